package dev.hoso.local.gateways;

import java.time.Duration;
import java.time.Instant;

/**
 * Money that goes back.
 *
 * @param id the merchant's name for it, or the gateway's own where merchants give none
 * @param amount in the currency's smallest unit
 * @param transaction the gateway's own number
 */
record Refund(String id, long amount, String transaction, Instant at) {
  /** How long it is under way, where a gateway does not send it back at once. */
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);

  boolean done(Instant now) {
    return !now.isBefore(at.plus(UNDER_WAY));
  }
}
