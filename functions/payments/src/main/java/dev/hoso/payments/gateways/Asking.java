package dev.hoso.payments.gateways;

import dev.hoso.payments.Asked;

/** Asking a gateway to take a payment. */
public non-sealed interface Asking extends Counter {
  /**
   * Opens the way for a citizen to pay. Asked again for the same reference it opens the same one,
   * or, at a gateway that cannot, fails as {@link GatewayTrouble.Kind#TAKEN}: it never opens two.
   *
   * @throws MissingSetting where the gateway is not set up
   * @throws GatewayTrouble where it does not answer or refuses
   */
  Asked ask(PayPage page);
}
