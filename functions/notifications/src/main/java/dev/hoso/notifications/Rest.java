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

  /** How long its last failure says something about a provider. */
  private static final Duration MEMORY = Duration.ofMinutes(1);

  private int failures;
  private Instant until = Instant.MIN;
  private Instant remembered = Instant.MIN;

  /** A clock that was put back does not make it longer. */
  synchronized boolean at(Instant now) {
    return now.isBefore(until) && !now.plus(LENGTH).isBefore(until);
  }

  synchronized void worked() {
    failures = 0;
    remembered = Instant.MIN;
  }

  /** Whether the last call failed, not long ago. */
  synchronized boolean failing(Instant now) {
    return now.isBefore(remembered) && !now.plus(MEMORY).isBefore(remembered);
  }

  synchronized void failed(Instant now) {
    remembered = now.plus(MEMORY);
    failures++;
    if (failures >= FAILURES) {
      failures = 0;
      until = now.plus(LENGTH);
    }
  }
}
