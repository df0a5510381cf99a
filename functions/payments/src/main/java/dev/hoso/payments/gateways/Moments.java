package dev.hoso.payments.gateways;

import dev.hoso.core.Time;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Times as gateways write them. What is no time, or of no year that our own writing knows, is told
 * as when we heard of it.
 */
final class Moments {
  /**
   * How far a call's own time may be from ours, either way, the edge included: what Stripe, SePay
   * and Standard Webhooks say for the past, and no clock is right to the second.
   */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
  private static final long MILLIS = 1_000;

  private Moments() {}

  /** Whether what was sent at that second is from now. */
  static boolean fresh(long second, Instant now) {
    return Math.abs(now.getEpochSecond() - second) <= TOLERANCE.toSeconds();
  }

  /** Seconds since 1970. */
  static Instant seconds(@Nullable String digits, Instant now) {
    long seconds = Amounts.whole(digits);
    return seconds > LATEST.getEpochSecond() ? now : ours(Instant.ofEpochSecond(seconds), now);
  }

  /** Thousandths of seconds since 1970. */
  static Instant millis(@Nullable String digits, Instant now) {
    long millis = Amounts.whole(digits);
    return millis / MILLIS > LATEST.getEpochSecond()
        ? now
        : ours(Instant.ofEpochMilli(millis), now);
  }

  /** {@code 2026-11-23 14:30:05} on a clock in Vietnam. */
  static Instant vietnams(@Nullable String text, Instant now) {
    try {
      return text == null ? now : ours(local(text).atZone(Time.VIETNAM).toInstant(), now);
    } catch (DateTimeException e) {
      return now;
    }
  }

  /** ISO-8601 with an offset. */
  static Instant iso(@Nullable String text, Instant now) {
    try {
      return text == null ? now : ours(Instant.parse(text), now);
    } catch (DateTimeException e) {
      return now;
    }
  }

  /** A formatter takes five times as long. */
  private static LocalDateTime local(String text) {
    if (text.length() != 19 || text.charAt(10) != ' ') {
      throw new DateTimeException("no such time");
    }
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19));
  }

  private static int number(String text, int from, int to) {
    return (int) Amounts.whole(text.substring(from, to));
  }

  private static Instant ours(Instant told, Instant now) {
    return told.isBefore(EARLIEST) || !told.isBefore(LATEST) ? now : told;
  }
}
