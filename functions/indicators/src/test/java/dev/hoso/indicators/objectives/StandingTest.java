package dev.hoso.indicators.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Name;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.indicators.objectives.Objective.Kind;
import dev.hoso.indicators.objectives.Standing.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an objective stands, by examples that a clerk can check, and what holds for all. */
class StandingTest {
  private static final WorkingCalendar CALENDAR = WorkingCalendar.load(null);

  /** From Monday 5/10/2026 to Friday 30/10: twenty working days. */
  private static final LocalDate FROM = LocalDate.parse("2026-10-05");

  private static final LocalDate DUE = LocalDate.parse("2026-10-30");

  @ParameterizedTest
  @CsvSource({
    // day, value, state, expected, days late
    "2026-10-02, ,    onTrack, 0,    0",
    "2026-10-05, ,    onTrack, 0,    0",
    "2026-10-07, ,    onTrack, 0.1,  0",
    "2026-10-08, ,    atRisk,  0.15, 0",
    "2026-10-08, 5,   onTrack, 0.15, 0",
    "2026-10-19, 40,  onTrack, 0.5,  0",
    "2026-10-19, 39,  atRisk,  0.5,  0",
    // No working day passes on a weekend.
    "2026-10-18, 40,  onTrack, 0.5,  0",
    "2026-10-30, 85,  onTrack, 0.95, 0",
    "2026-10-30, 84,  atRisk,  0.95, 0",
    "2026-10-30, 100, done,    0.95, 0",
    "2026-10-31, 99,  late,    1,    0",
    "2026-11-02, 99,  late,    1,    1",
    "2026-11-06, 99,  late,    1,    5",
    "2026-11-06, 100, done,    1,    0",
    "2026-10-06, 120, done,    0.05, 0"
  })
  void asMuchOfTheTargetIsExpectedAsOfItsWorkingDaysIsOver(
      LocalDate day, BigDecimal value, String state, BigDecimal expected, long daysLate) {
    Standing standing = Standing.of(objective(FROM, DUE, "100"), value, day, CALENDAR);

    assertThat(standing.state().code()).isEqualTo(state);
    assertThat(standing.expected()).isEqualByComparingTo(expected);
    assertThat(standing.daysLate()).isEqualTo(daysLate);
  }

  @ParameterizedTest
  @CsvSource({
    // Tết 2027 stops the time: nothing is expected of days off.
    "2027-02-01, 2027-02-26, 2027-02-05, 2027-02-08",
    "2026-11-06, 2026-11-09, 2026-11-07, 2026-11-09"
  })
  void daysOffExpectNothing(LocalDate from, LocalDate due, LocalDate one, LocalDate other) {
    Objective objective = objective(from, due, "10");
    long between = CALENDAR.workingDays(one.minusDays(1), other.minusDays(1));
    long all = CALENDAR.workingDays(from.minusDays(1), due);

    BigDecimal more =
        Standing.of(objective, null, other, CALENDAR)
            .expected()
            .subtract(Standing.of(objective, null, one, CALENDAR).expected());
    assertThat(more.doubleValue()).isEqualTo((double) between / all, Offset.offset(0.0001));
  }

  @Property(tries = 300)
  void moreIsNeverWorseAndTimeAloneIsNeverBetter(
      @ForAll @IntRange(max = 400) int day,
      @ForAll @IntRange(max = 300) int length,
      @ForAll @IntRange(max = 200) int value,
      @ForAll @IntRange(max = 200) int more) {
    Objective objective = objective(FROM, FROM.plusDays(length), "150");

    State now = state(objective, value, day);
    assertThat(rank(state(objective, value + more, day))).isLessThanOrEqualTo(rank(now));
    assertThat(rank(state(objective, value, day + 1))).isGreaterThanOrEqualTo(rank(now));
  }

  @Property(tries = 300)
  void itIsDoneWithItsTargetAloneAndLateAfterItsLastDayAlone(
      @ForAll @IntRange(max = 400) int day,
      @ForAll @IntRange(max = 300) int length,
      @ForAll @IntRange(max = 200) int value) {
    Objective objective = objective(FROM, FROM.plusDays(length), "150");

    State state = state(objective, value, day);
    assertThat(state == State.DONE).isEqualTo(value >= 150);
    assertThat(state == State.LATE).isEqualTo(value < 150 && day > length);
  }

  private static State state(Objective objective, int value, int day) {
    return Standing.of(objective, BigDecimal.valueOf(value), FROM.plusDays(day), CALENDAR).state();
  }

  /** From best to worst. */
  private static int rank(State state) {
    return state.ordinal();
  }

  private static Objective objective(LocalDate from, LocalDate due, String target) {
    return new Objective(
        "NV-001",
        Kind.TASK,
        new Name("Nhiệm vụ", "Task"),
        "00004",
        "Chủ tịch",
        from,
        due,
        new BigDecimal(target),
        null,
        null);
  }
}
