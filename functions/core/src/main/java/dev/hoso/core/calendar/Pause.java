package dev.hoso.core.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time in which the clock stands still because the citizen was asked for papers or money. The day
 * on which it stopped still counts; the day on which it went on does not, as the first day of any
 * period (Civil Code art. 147).
 *
 * @param from the day on which it stopped
 * @param to the day on which it went on, null while it stands still
 */
public record Pause(LocalDate from, @Nullable LocalDate to) {
  /**
   * Keeps what is right and nothing else.
   *
   * @throws IllegalArgumentException when it ends before it begins
   */
  public Pause {
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("a pause ends on " + to + ", before it begins, " + from);
    }
  }

  boolean covers(LocalDate day) {
    return day.isAfter(from) && (to == null || !day.isAfter(to));
  }
}
