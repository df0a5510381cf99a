package dev.hoso.payments.gateways;

import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Payment;
import java.time.Instant;
import java.util.List;

/** Asking a gateway what became of a payment, for the webhook that never came. */
public non-sealed interface Inquiry extends Counter {
  /**
   * All that the gateway proves to have become of it, the payment before its refund; empty while
   * nothing has. What it says of another payment, amount or merchant is no proof.
   *
   * @param now when it happened, where the gateway does not say
   * @throws MissingSetting where the gateway is not set up
   * @throws GatewayTrouble where it does not answer, or not so that anything is proven
   */
  List<Confirmation> look(Payment payment, Instant now);

  /**
   * What an answer proves, read as a webhook that says the same.
   *
   * @param missing what the answer is where it proves nothing
   * @throws GatewayTrouble where it does not
   */
  static Confirmation proven(String gateway, Reading reading, String missing) {
    if (reading instanceof Reading.Proven proven) {
      return proven.confirmation();
    }
    throw new GatewayTrouble(gateway, GatewayTrouble.Kind.NOT_UNDERSTOOD, missing);
  }
}
