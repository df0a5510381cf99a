package dev.hoso.indicators;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what something counts for, day by day. */
final class Tally {
  private final Map<LocalDate, Map<String, Long>> days = new HashMap<>();

  void one(LocalDate day, Measure measure) {
    add(day, measure, 1);
  }

  void one(LocalDate day, Measure measure, boolean counts) {
    add(day, measure, counts ? 1 : 0);
  }

  void add(LocalDate day, Measure measure, long amount) {
    add(day, measure.code(), amount);
  }

  void add(LocalDate day, String measure, long amount) {
    days.computeIfAbsent(day, it -> new HashMap<>()).merge(measure, amount, Long::sum);
  }

  SortedMap<LocalDate, Counts> byDay() {
    SortedMap<LocalDate, Counts> byDay = new TreeMap<>();
    days.forEach((day, counts) -> byDay.put(day, Counts.of(counts)));
    return byDay;
  }
}
