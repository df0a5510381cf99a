package dev.hoso.payments;

import java.time.Duration;
import java.time.Instant;

/**
 * When a gateway is asked next what became of a payment: soon after it was asked for, when most
 * people pay, then after gaps that grow as the payment gets older.
 */
final class Awaiting {
  /** Webhooks that come, come sooner; who pays takes a minute or two. */
  static final Duration SHORTEST = Duration.ofMinutes(5);

  static final Duration LONGEST = Duration.ofHours(6);

  /** How long a gateway that does not answer is asked beyond the payment's end. */
  static final Duration PATIENCE = Duration.ofHours(24);

  private Awaiting() {}

  /**
   * The next time: after 5, 10, 20, 40 minutes of the payment's age and so on, at last at its end.
   *
   * @param since when it was asked for
   * @param end when it is given up
   */
  static Instant next(Instant since, Instant now, Instant end) {
    Instant next = now.plus(gap(Duration.between(since, now)));
    return next.isAfter(end) && now.isBefore(end) ? end : next;
  }

  private static Duration gap(Duration age) {
    if (age.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return age.compareTo(LONGEST) > 0 ? LONGEST : age;
  }
}
