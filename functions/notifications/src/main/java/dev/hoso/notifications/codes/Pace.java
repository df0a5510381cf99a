package dev.hoso.notifications.codes;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Lets nobody hear sooner than others: an answer that comes at once would say that there was nobody
 * to send to.
 *
 * @param least what every answer takes; sending takes a few tenths of it
 */
record Pace(Duration least) {
  static final Pace STEADY = new Pace(Duration.ofSeconds(1));

  <T> T keep(Supplier<T> work) {
    long start = System.nanoTime();
    T done = work.get();
    rest(least.minusNanos(System.nanoTime() - start));
    return done;
  }

  private static void rest(Duration left) {
    try {
      Thread.sleep(left.isNegative() ? Duration.ZERO : left);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
