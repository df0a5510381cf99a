package dev.hoso.indicators.late;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit on the list.
 *
 * @param rank from 1; the same for those that are equally late
 * @param late how many things are late
 * @param longest working days of the one that is late longest
 * @param days working days of all of them together
 * @param lastWeek how many were late on the last list; null where there was none
 * @param what of what there are how many, the most first
 * @param answers who answers for how many, the most first
 */
@Json
public record UnitLate(
    int rank,
    String unit,
    long late,
    long longest,
    long days,
    @Nullable Long lastWeek,
    List<Part> what,
    List<Part> answers) {
  /**
   * A part of what is late at a unit.
   *
   * @param of a procedure's code, or a role; empty where nobody is named
   * @param longest working days of the one that is late longest
   */
  @Json
  public record Part(String of, long late, long longest) {}

  /** How many more than last week; below 0 where it got better, null where nothing is known. */
  public @Nullable Long change() {
    return lastWeek == null ? null : Long.valueOf(late - lastWeek);
  }

  UnitLate ranked(int other) {
    return new UnitLate(other, unit, late, longest, days, lastWeek, what, answers);
  }

  /** Whether neither is later than the other. */
  boolean asLateAs(UnitLate other) {
    return late == other.late && longest == other.longest && days == other.days;
  }
}
