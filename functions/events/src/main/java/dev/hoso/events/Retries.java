package dev.hoso.events;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When an event that was not taken is told again, and when an endpoint that takes nothing is called
 * again: soon, then ever later. All that failed at one time must not come back at one time, so each
 * gap is a little longer by chance.
 */
final class Retries {
  /** How long an attempt has before somebody else may try: longer than a function lives. */
  static final Duration LEASE = Duration.ofSeconds(90);

  /** As the specification of Standard Webhooks suggests: over three days. */
  private static final List<Duration> GAPS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** One event can be at fault, and another; three in a row are the endpoint's. */
  private static final int FAILURES_BEFORE_REST = 3;

  /** Never longer than an hour: within that an endpoint that is back hears of everything. */
  private static final List<Duration> RESTS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1));

  /**
   * How much longer a gap is at most: never shorter, so that the last attempt comes after three
   * days.
   */
  private static final double SPREAD = 0.2;

  private Retries() {}

  /**
   * How long an event waits after so many attempts.
   *
   * @param attempts from 1
   * @return empty after the last one
   */
  static Optional<Duration> gapAfter(long attempts, double chance) {
    return attempts > GAPS.size()
        ? Optional.empty()
        : Optional.of(spread(GAPS.get((int) attempts - 1), chance));
  }

  /** How long an endpoint is left alone after so many failures in a row; empty where it is not. */
  static Optional<Duration> restAfter(long failures, double chance) {
    long rests = failures - FAILURES_BEFORE_REST;
    return rests < 0
        ? Optional.empty()
        : Optional.of(spread(RESTS.get((int) Math.min(rests, RESTS.size() - 1)), chance));
  }

  private static Duration spread(Duration gap, double chance) {
    return gap.plusMillis((long) (gap.toMillis() * SPREAD * chance));
  }
}
