package dev.hoso.core.calendar;

import dev.hoso.core.Time;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;

/**
 * The last day of a promised time (ngày hẹn trả).
 *
 * @param provisional a year on the way has no notice of its holidays yet, so the day may move
 * @param calendarVersion the {@link WorkingCalendar#version} that it was computed with
 */
public record Deadline(LocalDate day, boolean provisional, String calendarVersion) {
  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  /** The last second that is in time: a period ends at 24:00 of its last day (Civil Code 148). */
  public OffsetDateTime endOfDay() {
    return day.atTime(LAST_SECOND).atZone(Time.VIETNAM).toOffsetDateTime();
  }
}
