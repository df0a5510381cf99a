package dev.hoso.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
  private static final WorkingCalendar VIETNAM = WorkingCalendar.load(null);

  /** A Monday; five working days from here end on Monday the 9th. */
  private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 2);

  @ParameterizedTest
  @CsvSource({
    "2026-11-02, 1, 2026-11-03, the day of receipt is not counted",
    "2026-11-02, 5, 2026-11-09, a weekend on the way",
    "2026-11-07, 1, 2026-11-09, received on a Saturday",
    "2026-11-20, 3, 2026-11-26, Vietnam Culture Day on the way",
    "2025-11-21, 2, 2025-11-25, no such day in 2025",
    "2026-08-21, 1, 2026-08-22, a Saturday that is worked counts",
    "2025-04-24, 2, 2025-04-26, a Saturday that is worked counts",
    "2026-08-28, 1, 2026-09-03, a day off in exchange and two holidays",
    "2026-04-24, 1, 2026-04-28, a day off in place of a Sunday",
    "2026-02-13, 1, 2026-02-23, Tết",
    "2026-11-02, 0, 2026-11-02, at once",
    "2026-11-07, 0, 2026-11-09, at once but received on a Saturday"
  })
  void aTimeInWorkingDaysEndsOnItsLastWorkingDay(
      LocalDate received, int days, LocalDate last, String why) {
    assertThat(VIETNAM.deadline(received, days, List.of()).map(Deadline::day))
        .as(why)
        .contains(last);
  }

  @Test
  void aPauseStopsTheClockFromTheDayAfterItBeganToTheDayOnWhichItEnded() {
    assertThat(fiveDaysWith(pause(4, 6))).contains(LocalDate.of(2026, 11, 11));
  }

  @Test
  void aPauseThatEndsOnItsFirstDayCostsNothing() {
    assertThat(fiveDaysWith(pause(4, 4))).contains(LocalDate.of(2026, 11, 9));
  }

  @Test
  void daysInTwoPausesAreLeftOutOnce() {
    assertThat(fiveDaysWith(pause(4, 6), pause(5, 6))).contains(LocalDate.of(2026, 11, 11));
  }

  @Test
  void anOpenPauseHasNoDeadline() {
    assertThat(fiveDaysWith(pause(4, null))).isEmpty();
  }

  @Test
  void aPauseThatBeginsAfterTheLastDayDoesNotUndoIt() {
    assertThat(fiveDaysWith(pause(9, null))).contains(LocalDate.of(2026, 11, 9));
  }

  @Test
  void aDeadlineInAYearWithoutItsNoticeIsProvisional() {
    LocalDate newYearsEve = LocalDate.of(2026, 12, 31);

    assertThat(VIETNAM.deadline(newYearsEve, 1, List.of()))
        .contains(new Deadline(LocalDate.of(2027, 1, 4), true, VIETNAM.version()));
    assertThat(VIETNAM.deadline(newYearsEve, 0, List.of()))
        .contains(new Deadline(newYearsEve, false, VIETNAM.version()));
  }

  @Test
  void aDeadlineEndsWithItsDayInVietnam() {
    assertThat(new Deadline(RECEIVED, false, "").endOfDay())
        .isEqualTo(OffsetDateTime.parse("2026-11-02T23:59:59+07:00"));
  }

  @Test
  void aTimeIsNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VIETNAM.deadline(RECEIVED, -1, List.of()));
  }

  @Test
  void aPauseDoesNotEndBeforeItBegins() {
    assertThatIllegalArgumentException().isThrownBy(() -> pause(6, 4));
  }

  private static Optional<LocalDate> fiveDaysWith(Pause... pauses) {
    return VIETNAM.deadline(RECEIVED, 5, List.of(pauses)).map(Deadline::day);
  }

  private static Pause pause(int from, @Nullable Integer to) {
    LocalDate end = to == null ? null : LocalDate.of(2026, 11, to);
    return new Pause(LocalDate.of(2026, 11, from), end);
  }
}
