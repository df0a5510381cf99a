package dev.hoso.indicators.late;

import io.avaje.jsonb.Json;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  public record Part(String of, long late, long longest) {
    private static final Comparator<Part> MOST =
        Comparator.comparingLong(Part::late)
            .thenComparingLong(Part::longest)
            .reversed()
            .thenComparing(Part::of);

    /** The parts of all that is late, the most first. */
    static List<Part> all(List<Late> all, Function<Late, String> by) {
      return all.stream().collect(Collectors.groupingBy(by)).entrySet().stream()
          .map(
              part ->
                  new Part(
                      part.getKey(), part.getValue().size(), UnitLate.longest(part.getValue())))
          .sorted(MOST)
          .toList();
    }
  }

  /** Working days of the one that is late longest; 0 where nothing is. */
  static long longest(List<Late> all) {
    return all.stream().mapToLong(Late::days).max().orElse(0);
  }

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
