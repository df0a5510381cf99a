package dev.hoso.dossiers;

import dev.hoso.core.calendar.Deadline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when the result is promised (ngày hẹn trả).
 *
 * @param at the last second that is in time
 * @param provisional computed over a year whose holidays are not announced yet, so it may move
 * @param calendarVersion the calendar that it was computed with; null where it was sent
 */
public record Due(
    Instant at, Source source, boolean provisional, @Nullable String calendarVersion) {
  /** Where a due time comes from. */
  public enum Source {
    /** The officer's system said it; it wins over any computation. */
    SENT("sent"),
    /** From the procedure's working days. */
    COMPUTED("computed");

    private final String code;

    Source(String code) {
      this.code = code;
    }

    /** As JSON and the item have it: {@code sent} or {@code computed}. */
    public String code() {
      return code;
    }
  }

  static Due sent(Instant at) {
    return new Due(at, Source.SENT, false, null);
  }

  static Due computed(Deadline deadline) {
    return new Due(
        deadline.endOfDay().toInstant(),
        Source.COMPUTED,
        deadline.provisional(),
        deadline.calendarVersion());
  }

  boolean wasSent() {
    return source == Source.SENT;
  }
}
