package dev.hoso.payments.gateways;

import dev.hoso.payments.Payment;
import dev.hoso.payments.Refund;
import java.time.Instant;

/** Asking a gateway to give money back. */
public non-sealed interface Refunding extends Counter {
  /**
   * Asks for it. It may have been asked for before, by a call of which we know no answer ({@link
   * Refund#attempts()} says so): asked again it never gives the money back twice, by the gateway's
   * idempotency, or because the gateway is asked first what it knows.
   *
   * @throws MissingSetting where the gateway is not set up
   * @throws GatewayTrouble where it is not known what became of it
   */
  Progress send(Payment payment, Refund refund, Instant now);

  /**
   * Asks what became of one that the gateway has taken on.
   *
   * @throws MissingSetting where the gateway is not set up
   * @throws GatewayTrouble where it is not known what became of it
   */
  Progress look(Payment payment, Refund refund, Instant now);

  /** How far a refund is. */
  sealed interface Progress {}

  /**
   * The gateway has taken it on.
   *
   * @param gatewayRefundId the gateway's own name for it
   */
  record Waiting(String gatewayRefundId) implements Progress {}

  /** The money is on its way to the payer, and nothing stops it. */
  record Done(String gatewayRefundId, Instant at) implements Progress {}

  /**
   * The gateway will not do it.
   *
   * @param code the gateway's own code of why
   */
  record Refused(String code) implements Progress {}
}
