package dev.hoso.indicators.late;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.dynamo.Table;
import dev.hoso.indicators.CountedForTests;
import dev.hoso.indicators.Given;
import dev.hoso.indicators.OpenDossiers;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which dossiers are late and for how many working days, around Tết and while the clock stands. */
class OverdueDossiersTest {
  private static final Table TABLE = DynamoForTests.table("Indicators");
  private static int number;

  private final String unit = "HN-" + ++number;
  private final OverdueDossiers overdue =
      new OverdueDossiers(new OpenDossiers(TABLE), WorkingCalendar.load(null));

  private Given dossier(String dueAt) {
    return Given.dossier("H26.15-260201-" + (1000 + ++number))
        .with("unit", unit)
        .with("dueAt", Given.at(dueAt));
  }

  /** Tết 2026: Monday 16/2 to Friday 20/2 are off, with the weekends 14/2 to 22/2. */
  @ParameterizedTest
  @CsvSource({
    "2026-02-13, 2026-02-13, -1",
    "2026-02-13, 2026-02-14, 0",
    "2026-02-13, 2026-02-23, 1",
    "2026-02-12, 2026-02-23, 2",
    "2026-02-22, 2026-02-23, 1",
    "2026-02-23, 2026-03-02, 5",
    "2026-08-28, 2026-09-07, 3"
  })
  void daysOffMakeNobodyLater(LocalDate due, LocalDate day, long days) {
    CountedForTests.count(TABLE, dossier(due + "T23:59:59"));

    List<Late> late = overdue.of(unit, day);

    assertThat(late.stream().map(Late::days).toList())
        .isEqualTo(days < 0 ? List.of() : List.of(days));
  }

  @Test
  void whileTheCitizenMustActNoDayIsAdded() {
    CountedForTests.count(
        TABLE,
        dossier("2026-11-18T23:59:59").status(5, "2026-11-13T10:00:00"),
        dossier("2026-11-18T23:59:59").status(6, "2026-11-20T10:00:00"));

    List<Late> late = overdue.of(unit, LocalDate.of(2026, 11, 30));

    assertThat(late.stream().map(Late::days).toList()).containsExactly(2L);
  }

  @Test
  void whatIsDecidedIsLateNoMore() {
    Given dossier = dossier("2026-11-18T23:59:59");
    CountedForTests.count(TABLE, dossier);
    assertThat(overdue.of(unit, LocalDate.of(2026, 11, 30))).hasSize(1);
    CountedForTests.count(TABLE, dossier.decided(9, "2026-11-28T10:00:00").next());

    assertThat(overdue.of(unit, LocalDate.of(2026, 11, 30))).isEmpty();
  }

  @Test
  void whoAnswersIsTheRoleThatTheDossierNames() {
    CountedForTests.count(
        TABLE,
        dossier("2026-11-18T23:59:59")
            .with("responsible", java.util.Map.of("unit", unit, "role", "Công chức hộ tịch")));

    assertThat(overdue.of(unit, LocalDate.of(2026, 11, 30)).getFirst().role())
        .isEqualTo("Công chức hộ tịch");
    assertThat(overdue.dueOn(unit, LocalDate.of(2026, 11, 18))).hasSize(1);
  }
}
