package dev.hoso.payments.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Expects trouble with a gateway. */
final class Troubles {
  private Troubles() {}

  static void assertTrouble(GatewayTrouble.Kind kind, ThrowingCallable asking) {
    assertThatThrownBy(asking)
        .isInstanceOfSatisfying(
            GatewayTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(kind));
  }
}
