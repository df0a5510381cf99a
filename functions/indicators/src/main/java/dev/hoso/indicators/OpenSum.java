package dev.hoso.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what is open at units or procedures, as seen on a day. */
final class OpenSum {
  private final LocalDate day;
  private final Map<String, Open> sums = new HashMap<>();

  /** What is promised for a day before this one is overdue. */
  OpenSum(LocalDate day) {
    this.day = day;
  }

  /**
   * Months of a year, those before and after this one: this one's own days follow.
   *
   * @param year or a dash, for what has no day
   */
  void ofYear(String name, String year, Counts months) {
    if (year.equals(Layout.NONE)) {
      undated(name, months);
      return;
    }
    YearMonth now = YearMonth.from(day);
    months
        .all()
        .forEach(
            (month, count) -> {
              int order =
                  YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)).compareTo(now);
              if (order != 0) {
                add(name, count, order < 0);
              }
            });
  }

  /** Days of this month. */
  void ofThisMonth(String name, Counts days) {
    days.all().forEach((of, count) -> add(name, count, Integer.parseInt(of) < day.getDayOfMonth()));
  }

  /**
   * Days of any month.
   *
   * @param month or a dash, for what has no day
   */
  void ofMonth(String name, String month, Counts days) {
    if (month.equals(Layout.NONE)) {
      undated(name, days);
      return;
    }
    YearMonth of = YearMonth.parse(month);
    days.all()
        .forEach((it, count) -> add(name, count, of.atDay(Integer.parseInt(it)).isBefore(day)));
  }

  /** Those that have anything open. */
  SortedMap<String, Open> byName() {
    SortedMap<String, Open> open = new TreeMap<>(sums);
    open.values().removeIf(Open.NONE::equals);
    return open;
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

  private void add(String name, long count, boolean overdue) {
    add(name, overdue ? new Open(0, count, 0, 0, 0) : new Open(count, 0, 0, 0, 0));
  }

  private void add(String name, Open more) {
    sums.merge(name, more, Open::plus);
  }
}
