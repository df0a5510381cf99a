package dev.hoso.payments.gateways;

import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Payment;
import java.time.Instant;

/** Asking a gateway how a payment stands: what finds a webhook that never came. */
public interface Inquiry {
  /**
   * Asks once.
   *
   * @param now when it happened, where the gateway does not say
   * @throws MissingSetting where the gateway is not set up
   * @throws GatewayTrouble where the gateway cannot be reached or its answer proves nothing; it is
   *     asked again later
   */
  Answer ask(Payment payment, Instant now);

  /** What the gateway says. */
  sealed interface Answer {
    /** Something that a webhook could have said; it goes the same road. */
    record Told(Confirmation confirmation) implements Answer {}

    /** The citizen has not paid, and still can. */
    record Open() implements Answer {}

    /** The gateway knows of no such payment: nobody opened its page, or not yet. */
    record Unknown() implements Answer {}
  }
}
