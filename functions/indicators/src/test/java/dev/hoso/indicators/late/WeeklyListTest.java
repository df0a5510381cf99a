package dev.hoso.indicators.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.Invalid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list's rules, by examples that a clerk can check by hand. */
class WeeklyListTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);
  private static final Week WEEK = Week.of(MONDAY);
  private static final String AT = "2026-11-30T07:00:00+07:00";

  private static Late late(String unit, String what, String role, long days) {
    return new Late(unit, what, role, MONDAY.minusDays(days), days);
  }

  private static WeeklyList list(WeeklyList last, Late... all) {
    return WeeklyList.of(WEEK, MONDAY, AT, List.of(all), last);
  }

  private static WeeklyList lastWeek(Late... all) {
    return WeeklyList.of(
        WEEK.before(), MONDAY.minusWeeks(1), "2026-11-23T07:00:00+07:00", List.of(all), null);
  }

  private static List<String> ranks(WeeklyList list) {
    return list.units().stream().map(it -> it.rank() + " " + it.unit()).toList();
  }

  @Test
  void whoHasMoreIsFirstThenWhoIsLateLongestThenWhoHasMoreDays() {
    WeeklyList list =
        list(
            null,
            late("A", "p", "x", 9),
            late("B", "p", "x", 1),
            late("B", "p", "x", 1),
            late("C", "p", "x", 4),
            late("C", "p", "x", 1),
            late("D", "p", "x", 4),
            late("D", "p", "x", 2));

    assertThat(ranks(list)).containsExactly("1 D", "2 C", "3 B", "4 A");
  }

  @Test
  void whoIsEquallyLateHasTheSameRankAndTheNextOneIsNotMovedUp() {
    WeeklyList list =
        list(null, late("B", "p", "x", 2), late("A", "q", "x", 2), late("C", "p", "x", 1));

    assertThat(ranks(list)).containsExactly("1 A", "1 B", "3 C");
  }

  @Test
  void eachUnitSaysOfWhatAndWhoAnswers() {
    UnitLate unit =
        list(
                null,
                late("A", "2.000635", "Công chức tư pháp", 1),
                late("A", "1.001193", "Công chức hộ tịch", 7),
                late("A", "2.000635", "Công chức hộ tịch", 3))
            .units()
            .getFirst();

    assertThat(unit.late()).isEqualTo(3);
    assertThat(unit.longest()).isEqualTo(7);
    assertThat(unit.days()).isEqualTo(11);
    assertThat(unit.what())
        .containsExactly(new UnitLate.Part("2.000635", 2, 3), new UnitLate.Part("1.001193", 1, 7));
    assertThat(unit.answers())
        .containsExactly(
            new UnitLate.Part("Công chức hộ tịch", 2, 7),
            new UnitLate.Part("Công chức tư pháp", 1, 1));
  }

  @Test
  void theChangeIsAgainstTheListOfTheWeekBefore() {
    WeeklyList last =
        lastWeek(late("A", "p", "x", 2), late("A", "p", "x", 1), late("C", "p", "x", 1));
    WeeklyList list = list(last, late("A", "p", "x", 7), late("B", "p", "x", 1));

    assertThat(list.units().stream().map(it -> it.unit() + " " + it.change()))
        .containsExactly("A -1", "B 1");
    assertThat(list.change()).isEqualTo(-1);
    assertThat(list.better()).containsExactly("C");
  }

  @Test
  void theFirstListKnowsNoChange() {
    WeeklyList list = list(null, late("A", "p", "x", 1));

    assertThat(list.change()).isNull();
    assertThat(list.units().getFirst().change()).isNull();
  }

  @Test
  void theOrderInWhichThingsAreFoundDoesNotMatter() {
    Late[] all = {late("B", "p", "x", 1), late("A", "q", "y", 3), late("A", "p", "x", 1)};
    List<Late> turned = new ArrayList<>(Arrays.asList(all).reversed());

    assertThat(list(null, turned.toArray(Late[]::new))).isEqualTo(list(null, all));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30,2026-W49,2026-11-30",
    "2026-12-06,2026-W49,2026-11-30",
    "2027-01-03,2026-W53,2026-12-28",
    "2027-01-04,2027-W01,2027-01-04"
  })
  void aWeekIsIsosAndBelongsToTheYearOfItsThursday(LocalDate day, String week, LocalDate monday) {
    assertThat(Week.of(day)).hasToString(week);
    assertThat(Week.parse(week).monday()).isEqualTo(monday);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-W53", "2026-W00", "2026-W54", "2026-48", "W48"})
  void aWeekThatTheYearDoesNotHaveIsRefused(String week) {
    assertThatThrownBy(() -> Week.parse(week)).isInstanceOf(Invalid.class);
  }
}
