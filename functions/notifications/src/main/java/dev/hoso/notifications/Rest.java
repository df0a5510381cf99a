package dev.hoso.notifications;

import java.time.Duration;
import java.time.Instant;

/**
 * Spares a provider that takes nothing: calling it for every message would cost each a time-out,
 * and with it the time of the messages of other channels.
 */
final class Rest {
  /** How long a provider is left alone. */
  static final Duration LENGTH = Duration.ofSeconds(10);

  /** One failure can be the message's fault; a second one in a row is the provider's. */
  private static final int FAILURES = 2;

  private int failures;
  private Instant until = Instant.MIN;

  synchronized boolean at(Instant now) {
    return now.isBefore(until);
  }

  synchronized void worked() {
    failures = 0;
  }

  synchronized void failed(Instant now) {
    failures++;
    if (failures >= FAILURES) {
      failures = 0;
      until = now.plus(LENGTH);
    }
  }
}
