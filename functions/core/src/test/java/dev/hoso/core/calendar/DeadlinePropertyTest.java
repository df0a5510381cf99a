package dev.hoso.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DeadlinePropertyTest {
  private static final WorkingCalendar VIETNAM = WorkingCalendar.load(null);
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  @Property
  void aDeadlineIsAWorkingDayThatNoPauseCovers(
      @ForAll("days") LocalDate received,
      @ForAll @IntRange(max = 40) int workingDays,
      @ForAll("pauses") List<Pause> pauses) {
    LocalDate last = deadline(received, workingDays, pauses);

    assertThat(VIETNAM.isWorkingDay(last)).isTrue();
    assertThat(pauses).noneMatch(pause -> pause.covers(last));
  }

  @Property
  void exactlyThePromisedWorkingDaysLieBeforeIt(
      @ForAll("days") LocalDate received,
      @ForAll @IntRange(min = 1, max = 40) int workingDays,
      @ForAll("pauses") List<Pause> pauses) {
    LocalDate last = deadline(received, workingDays, pauses);

    long counted =
        received
            .plusDays(1)
            .datesUntil(last.plusDays(1))
            .filter(VIETNAM::isWorkingDay)
            .filter(day -> pauses.stream().noneMatch(pause -> pause.covers(day)))
            .count();

    assertThat(counted).isEqualTo(workingDays);
  }

  @Property
  void oneMoreWorkingDayIsNeverEarlier(
      @ForAll("days") LocalDate received,
      @ForAll @IntRange(max = 40) int workingDays,
      @ForAll("pauses") List<Pause> pauses) {
    assertThat(deadline(received, workingDays + 1, pauses))
        .isAfterOrEqualTo(deadline(received, workingDays, pauses));
  }

  @Property
  void aPauseNeverMakesItEarlier(
      @ForAll("days") LocalDate received,
      @ForAll @IntRange(max = 40) int workingDays,
      @ForAll("pauses") List<Pause> pauses) {
    assertThat(deadline(received, workingDays, pauses))
        .isAfterOrEqualTo(deadline(received, workingDays, List.of()));
  }

  private static LocalDate deadline(LocalDate received, int workingDays, List<Pause> pauses) {
    return VIETNAM.deadline(received, workingDays, pauses).orElseThrow().day();
  }

  /** Three years with holidays, swaps and Tết. */
  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 3 * 365).map(FIRST::plusDays);
  }

  @Provide
  Arbitrary<List<Pause>> pauses() {
    Arbitrary<Integer> length = Arbitraries.integers().between(0, 60);
    return Combinators.combine(days(), length)
        .as((from, days) -> new Pause(from, from.plusDays(days)))
        .list()
        .ofMaxSize(20);
  }
}
