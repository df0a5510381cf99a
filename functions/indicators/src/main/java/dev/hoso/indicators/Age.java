package dev.hoso.indicators;

import java.time.LocalDate;

/** For how long something has been overdue, in days of the calendar. */
public enum Age {
  /** Up to a week. */
  WEEK("week", 1, 7),
  MONTH("month", 8, 30),
  QUARTER("quarter", 31, 90),
  LONGER("longer", 91, Integer.MAX_VALUE);

  private final String code;
  private final int from;
  private final int to;

  Age(String code, int from, int to) {
    this.code = code;
    this.from = from;
    this.to = to;
  }

  /** Of how many days on; at least one: on the promised day itself nothing is overdue. */
  static Age of(long days) {
    for (Age age : values()) {
      if (days <= age.to) {
        return age;
      }
    }
    return LONGER;
  }

  /** The word in addresses. */
  public String code() {
    return code;
  }

  /** The least days. */
  public int from() {
    return from;
  }

  /** The most days; of the last one, more than there are. */
  public int to() {
    return to;
  }

  /** The first promised day that is overdue for so long on a day. */
  public LocalDate firstDue(LocalDate day) {
    return this == LONGER ? LocalDate.EPOCH : day.minusDays(to);
  }

  /** The last promised day that is overdue for so long on a day. */
  public LocalDate lastDue(LocalDate day) {
    return day.minusDays(from);
  }
}
