package dev.hoso.portal;

import java.time.Duration;

/** How long a dossier waits before it is tried again. */
final class Gaps {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final int DOUBLINGS = 5;

  private Gaps() {}

  /**
   * The gap after so many tries: it doubles up to half an hour, and a quarter more or less by
   * chance, so that those that failed together do not come together again.
   *
   * @param chance from 0 to 1
   */
  static Duration after(long tries, double chance) {
    long doublings = Math.clamp(tries - 1, 0, DOUBLINGS);
    Duration gap = FIRST.multipliedBy(1L << doublings);
    Duration bounded = gap.compareTo(LONGEST) > 0 ? LONGEST : gap;
    return Duration.ofMillis((long) (bounded.toMillis() * (0.75 + chance / 2)));
  }
}
