package dev.hoso.payments.gateways;

import dev.hoso.payments.Payment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Giving money back through a gateway. */
public interface Refunding {
  /**
   * A refund as we want it.
   *
   * @param id ours, the same in every try: what the gateway tells a repetition by
   * @param number of the payment's refunds, from 1
   * @param amount in the payment's currency's smallest unit
   * @param before all that had gone back before this one
   * @param gatewayId the gateway's own name for it, once it has one
   * @param requestedBy a role or a system, never a person's name
   */
  record Refund(
      Payment payment,
      String id,
      int number,
      long amount,
      long before,
      String reason,
      String requestedBy,
      Instant requestedAt,
      @Nullable String gatewayId) {}

  /**
   * Asks for it. Asked again it changes nothing: by the gateway's idempotency, or by looking first.
   *
   * @throws MissingSetting where the gateway is not set up
   * @throws GatewayTrouble where nobody knows whether the gateway took it; it is followed
   */
  Progress start(Refund refund, Instant now);

  /**
   * Looks how far it is.
   *
   * @throws MissingSetting where the gateway is not set up
   * @throws GatewayTrouble where the gateway cannot be reached; it is looked again later
   */
  Progress follow(Refund refund, Instant now);

  /** How far a refund is. */
  sealed interface Progress {
    /** The money went back. */
    record Done(@Nullable String gatewayId, Instant at) implements Progress {}

    /** The gateway took the order. */
    record Underway(@Nullable String gatewayId) implements Progress {}

    /**
     * The gateway will not do it.
     *
     * @param code the gateway's own
     */
    record Refused(String code) implements Progress {}

    /** The gateway never heard of it: it may be started again. */
    record NotThere() implements Progress {}
  }
}
