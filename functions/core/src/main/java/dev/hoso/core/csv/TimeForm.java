package dev.hoso.core.csv;

import dev.hoso.core.Invalid;
import dev.hoso.core.Time;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * How a file writes times.
 *
 * @param pattern as {@link DateTimeFormatter} has it, in English; a day alone is its beginning
 * @param zone where a clock shows those that carry no offset
 */
public record TimeForm(String pattern, DateTimeFormatter formatter, ZoneId zone) {
  private static final int EARLIEST = 2000;
  private static final int LATEST = 2100;

  /**
   * A form.
   *
   * @throws DateTimeException where there is no such zone
   * @throws IllegalArgumentException where it is no pattern
   */
  public static TimeForm of(String pattern, String zone) {
    return new TimeForm(
        pattern, DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH), ZoneId.of(zone));
  }

  /**
   * Reads a time.
   *
   * @throws Invalid where it is none
   */
  public Instant parse(String column, String text) {
    try {
      Instant time =
          instant(
              formatter.parseBest(
                  text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
      int year = Time.day(time).getYear();
      if (year >= EARLIEST && year < LATEST) {
        return time;
      }
    } catch (DateTimeException e) {
      // Told below, with what would be right.
    }
    throw new Invalid(column, "is no time like " + pattern);
  }

  private Instant instant(TemporalAccessor read) {
    return switch (read) {
      case OffsetDateTime exact -> exact.toInstant();
      case LocalDate day -> day.atStartOfDay(zone).toInstant();
      default -> LocalDateTime.from(read).atZone(zone).toInstant();
    };
  }
}
