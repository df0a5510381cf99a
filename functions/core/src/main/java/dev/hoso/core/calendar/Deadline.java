package dev.hoso.core.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The last day of a promised time (ngày hẹn trả).
 *
 * @param provisional a year on the way has no notice of its holidays yet, so the day may move
 * @param calendarVersion the {@link WorkingCalendar#version} that it was computed with
 */
public record Deadline(LocalDate day, boolean provisional, String calendarVersion) {
  /** Vietnam has had one offset and no summer time since 1975. */
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  /** The last second that is in time: a period ends at 24:00 of its last day (Civil Code 148). */
  public OffsetDateTime endOfDay() {
    return day.atTime(LAST_SECOND).atOffset(VIETNAM);
  }
}
