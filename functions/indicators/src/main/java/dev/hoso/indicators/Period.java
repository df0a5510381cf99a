package dev.hoso.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Days in Vietnam, the first and the last included. The last does not come before the first. */
public record Period(LocalDate from, LocalDate to) {
  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("a period from " + from + " to " + to);
    }
  }

  public static Period of(LocalDate day) {
    return new Period(day, day);
  }

  public Stream<LocalDate> days() {
    return from.datesUntil(to.plusDays(1));
  }

  /** Its months, also where only a part of one belongs to it. */
  public List<YearMonth> months() {
    List<YearMonth> months = new ArrayList<>();
    YearMonth last = YearMonth.from(to);
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      months.add(month);
    }
    return months;
  }

  /** The months all of whose days belong to it. */
  public List<YearMonth> wholeMonths() {
    return months().stream().filter(this::covers).toList();
  }

  /** Its days in months that belong to it only in part. */
  public List<LocalDate> otherDays() {
    return days().filter(day -> !covers(YearMonth.from(day))).toList();
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private boolean covers(YearMonth month) {
    return contains(month.atDay(1)) && contains(month.atEndOfMonth());
  }
}
