package dev.hoso.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what is open at units or procedures, as seen on a day. */
final class OpenSum {
  private final LocalDate day;
  private final List<YearMonth> byDay;
  private final Map<String, Aged> sums = new HashMap<>();

  /**
   * What is promised for a day before this one is overdue.
   *
   * @param byDay the months that are added day by day, this one among them; for how long something
   *     from before them has been overdue is known to the month
   */
  OpenSum(LocalDate day, List<YearMonth> byDay) {
    this.day = day;
    this.byDay = byDay;
  }

  /**
   * Months of a year; those that are added day by day are not counted twice.
   *
   * @param year or a dash, for what has no day
   */
  void ofYear(String name, String year, Counts months) {
    if (year.equals(Layout.NONE)) {
      undated(name, months);
      return;
    }
    months
        .all()
        .forEach(
            (number, count) -> {
              YearMonth month = YearMonth.of(Integer.parseInt(year), Integer.parseInt(number));
              if (!byDay.contains(month)) {
                add(name, count, month.atEndOfMonth());
              }
            });
  }

  /**
   * Days of a month.
   *
   * @param month or a dash, for what has no day
   */
  void ofMonth(String name, String month, Counts days) {
    if (month.equals(Layout.NONE)) {
      undated(name, days);
      return;
    }
    YearMonth of = YearMonth.parse(month);
    days.all().forEach((it, count) -> add(name, count, of.atDay(Integer.parseInt(it))));
  }

  /** Those that have anything open. */
  SortedMap<String, Open> byName() {
    SortedMap<String, Open> open = new TreeMap<>();
    aged().forEach((name, sum) -> open.put(name, sum.open()));
    return open;
  }

  /** The same with their ages. */
  SortedMap<String, Aged> aged() {
    SortedMap<String, Aged> aged = new TreeMap<>(sums);
    aged.values().removeIf(sum -> sum.open().equals(Open.NONE));
    return aged;
  }

  private void undated(String name, Counts counts) {
    add(
        name,
        new Open(
            0,
            0,
            counts.all().getOrDefault(Bucket.WAITING.name(), 0L),
            counts.all().getOrDefault(Bucket.UNPROMISED.name(), 0L),
            counts.all().getOrDefault(Bucket.REGISTERED.name(), 0L)));
  }

  private void add(String name, long count, LocalDate due) {
    long days = ChronoUnit.DAYS.between(due, day);
    if (days > 0) {
      add(name, Aged.overdue(count, Age.of(days)));
    } else {
      add(name, new Open(count, 0, 0, 0, 0));
    }
  }

  private void add(String name, Open more) {
    add(name, new Aged(more, Map.of()));
  }

  private void add(String name, Aged more) {
    sums.merge(name, more, Aged::plus);
  }
}
