package dev.hoso.indicators.late;

import io.avaje.jsonb.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which units are late as a week begins. Pure: the same things give the same list.
 *
 * @param week {@code 2026-W48}
 * @param day the day that it was made for: what was promised for an earlier one is late
 * @param madeAt when it was made
 * @param late how many things are late in the city
 * @param lastWeek how many were on the last list; null where there was none
 * @param units the latest first: by how many, then by the longest, then by all days together
 * @param better units that were on the last list and are not on this one
 */
@Json
public record WeeklyList(
    String week,
    String day,
    String madeAt,
    long late,
    @Nullable Long lastWeek,
    List<UnitLate> units,
    List<String> better) {
  private static final Comparator<UnitLate> LATEST =
      Comparator.comparingLong(UnitLate::late)
          .thenComparingLong(UnitLate::longest)
          .thenComparingLong(UnitLate::days)
          .reversed()
          .thenComparing(UnitLate::unit);

  /**
   * Makes the list.
   *
   * @param all everything that is late
   * @param last the list of the week before; null where there is none
   */
  static WeeklyList of(
      Week week, LocalDate day, String madeAt, List<Late> all, @Nullable WeeklyList last) {
    Map<String, List<Late>> byUnit =
        all.stream().collect(Collectors.groupingBy(Late::unit, TreeMap::new, Collectors.toList()));
    List<UnitLate> units =
        byUnit.entrySet().stream()
            .map(entry -> unit(entry.getKey(), entry.getValue(), last))
            .sorted(LATEST)
            .toList();
    List<String> better =
        last == null
            ? List.of()
            : last.units.stream()
                .map(UnitLate::unit)
                .filter(it -> !byUnit.containsKey(it))
                .toList();
    return new WeeklyList(
        week.toString(),
        day.toString(),
        madeAt,
        all.size(),
        last == null ? null : last.late,
        ranked(units),
        better);
  }

  /** How many more than last week; below 0 where it got better, null where nothing is known. */
  public @Nullable Long change() {
    return lastWeek == null ? null : Long.valueOf(late - lastWeek);
  }

  private static UnitLate unit(String unit, List<Late> all, @Nullable WeeklyList last) {
    return new UnitLate(
        0,
        unit,
        all.size(),
        UnitLate.longest(all),
        all.stream().mapToLong(Late::days).sum(),
        last == null ? null : before(last, unit),
        UnitLate.Part.all(all, Late::what),
        UnitLate.Part.all(all, it -> it.role() == null ? "" : it.role()));
  }

  private static Long before(WeeklyList last, String unit) {
    return last.units.stream()
        .filter(it -> it.unit().equals(unit))
        .map(UnitLate::late)
        .findFirst()
        .orElse(0L);
  }

  /** Who is as late as the one before has the same rank. */
  private static List<UnitLate> ranked(List<UnitLate> units) {
    List<UnitLate> ranked = new ArrayList<>();
    for (UnitLate unit : units) {
      boolean same = !ranked.isEmpty() && ranked.getLast().asLateAs(unit);
      ranked.add(unit.ranked(same ? ranked.getLast().rank() : ranked.size() + 1));
    }
    return ranked;
  }
}
