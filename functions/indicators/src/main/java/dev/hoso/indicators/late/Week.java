package dev.hoso.indicators.late;

import dev.hoso.core.Invalid;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A week by ISO 8601, {@code 2026-W48}: from Monday on, and of the year that its Thursday is in.
 */
public record Week(int year, int number) {
  private static final Pattern FORM = Pattern.compile("(\\d{4})-W(\\d{2})");

  /** The week of a day. */
  public static Week of(LocalDate day) {
    return new Week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }

  /**
   * Reads a week.
   *
   * @throws Invalid where the year has no such week
   */
  public static Week parse(String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches()) {
      Week week = new Week(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
      if (week.number >= 1 && week.number <= 53 && of(week.monday()).equals(week)) {
        return week;
      }
    }
    throw new Invalid("week", "must be a week of the year like 2026-W48");
  }

  /** The day on which it begins. */
  public LocalDate monday() {
    return LocalDate.of(year, 1, 4)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .plusWeeks(number - 1L);
  }

  /** The week before. */
  public Week before() {
    return of(monday().minusWeeks(1));
  }

  @Override
  public String toString() {
    return "%04d-W%02d".formatted(year, number);
  }
}
