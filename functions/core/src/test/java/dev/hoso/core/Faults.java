package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests say about a refusal. */
final class Faults {
  private Faults() {}

  /** The call is refused for exactly that field. */
  static void assertRefused(String field, ThrowingCallable call) {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(call)
        .extracting(invalid -> invalid.faults().stream().map(Fault::field).toList())
        .isEqualTo(List.of(field));
  }
}
