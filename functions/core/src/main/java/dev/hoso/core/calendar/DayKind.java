package dev.hoso.core.calendar;

/** What makes a day of the table differ from its day of the week. */
enum DayKind {
  /** Ngày lễ, Tết. */
  HOLIDAY,
  /** Nghỉ bù, nghỉ hoán đổi: off in place of a holiday on a weekend, or of a Saturday worked. */
  SUBSTITUTE,
  /** Làm bù: a Saturday that is worked. */
  SWAPPED_WORKING_DAY
}
