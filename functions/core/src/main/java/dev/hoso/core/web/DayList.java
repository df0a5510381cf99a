package dev.hoso.core.web;

import dev.hoso.core.Invalid;
import dev.hoso.core.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Of which day a list is asked for, and how much of it.
 *
 * @param most how many at most, 1 to 1000
 */
public record DayList(LocalDate day, int most) {
  private static final int USUAL = 100;
  private static final int MOST = 1000;

  /**
   * Reads what was asked for.
   *
   * @param day like {@code 2026-11-24}; null for today in Vietnam
   * @param limit null for 100
   * @throws Invalid where it is no day, or not from 1 to 1000
   */
  public static DayList parse(@Nullable String day, @Nullable Integer limit, Instant now) {
    LocalDate on = day == null ? Time.day(now) : day(day);
    int most = limit == null ? USUAL : limit;
    if (most < 1 || most > MOST) {
      throw new Invalid("limit", "must be from 1 to " + MOST);
    }
    return new DayList(on, most);
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Invalid("day", "must be a day like 2026-11-24");
    }
  }
}
