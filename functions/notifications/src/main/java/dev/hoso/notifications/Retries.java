package dev.hoso.notifications;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a message that a provider did not take is sent again: soon, then ever later, for a day. */
final class Retries {
  /**
   * How long a sender has for sending before somebody else may: longer than a function lives (25 s
   * in the template), and not so long that whom a crash cut off waits for minutes.
   */
  static final Duration LEASE = Duration.ofSeconds(45);

  private static final List<Duration> GAPS =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(10));

  /** The first attempt and one after each gap. */
  static final int ATTEMPTS = GAPS.size() + 1;

  /**
   * How many attempts the channel that a person prefers has, a quarter of an hour, before the next
   * one has its turn.
   */
  static final int BEFORE_THE_NEXT = 4;

  private Retries() {}

  /**
   * How long to wait after so many attempts.
   *
   * @param attempts from 1
   * @return empty after the last one
   */
  static Optional<Duration> gapAfter(long attempts) {
    return attempts < ATTEMPTS ? Optional.of(GAPS.get((int) attempts - 1)) : Optional.empty();
  }
}
