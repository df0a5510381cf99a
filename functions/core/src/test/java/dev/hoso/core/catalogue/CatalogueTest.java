package dev.hoso.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.FilingChannel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Hanoi's files say. */
class CatalogueTest {
  private static final Catalogue HANOI = Catalogue.load(null);

  @Test
  void hanoiHasEightyProcedures() {
    assertThat(HANOI.procedures()).hasSize(80);
    assertThat(HANOI.procedures()).extracting(Procedure::code).doesNotHaveDuplicates();
  }

  @Test
  void hanoiHas126CommunesOf51WardsAnd75RuralCommunes() {
    List<Unit> communes =
        HANOI.units().stream().filter(unit -> unit.level().equals("commune")).toList();

    assertThat(communes).hasSize(126);
    assertThat(communes).filteredOn(unit -> unit.kind().equals("phường")).hasSize(51);
    assertThat(communes).filteredOn(unit -> unit.kind().equals("xã")).hasSize(75);
    assertThat(communes).extracting(Unit::parent).containsOnly("01");
  }

  @Test
  void everyUnitHasACodeOfItsOwnAndAKnownParent() {
    assertThat(HANOI.units()).extracting(Unit::code).doesNotHaveDuplicates();
    assertThat(HANOI.units())
        .extracting(Unit::parent)
        .filteredOn(parent -> parent != null)
        .allSatisfy(parent -> assertThat(HANOI.unit(parent)).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "01, Thành phố Hà Nội",
    "00070, Phường Hoàn Kiếm",
    "HN-STP, Sở Tư pháp",
    "HN-TTHCC-03, Chi nhánh Trung tâm Phục vụ hành chính công số 3"
  })
  void aUnitIsFoundByItsCode(String code, String name) {
    assertThat(HANOI.unit(code).map(unit -> unit.name().vi())).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2.000815", "2.000815.01", "2.000815.000.00.00.H55", "2.000815.000.00.00.H26.01"})
  void aProcedureIsFoundByItsNationalCodeWhateverTheAgencyAdds(String code) {
    assertThat(HANOI.procedure(code).map(Procedure::code)).contains("2.000815");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2.000488", "2.0008151", "2.000815-01", "22.000815", "2.000815\n"})
  void anotherCodeIsNotFound(String code) {
    assertThat(HANOI.procedure(code)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1.004222, inPerson, 2026-11-24, 20000, set by circular",
    "1.004222, online, 2025-12-31, 10000, the circular's online amount",
    "1.004222, online, 2026-01-01, 0, the city bears it",
    "1.004194, online, 2025-07-01, 7000, the circular's online amount",
    "1.010038, online, 2025-07-01, 5000, the circular's online amount",
    "1.004873, online, 2026-01-01, 0, the People's Council asks nothing online",
    "1.004873, online, 2025-12-31,, not known before the resolution",
    "1.004873, inPerson, 2026-11-24,, the portal's 0 stands for an amount nobody wrote",
    "1.000894, inPerson, 2026-11-24, 0, exempt",
    "1.000894, post, 2026-11-24, 0, exempt",
    "1.003197, inPerson, 2026-11-24,, no fee listed is not zero",
    "2.001610, online, 2026-11-24, 100000, publication; the portal's 100 is a slip",
    "2.001610, inPerson, 2026-11-24, 150000, publication and registration"
  })
  void aFeeDependsOnChannelAndDay(
      String procedure, String channel, LocalDate on, Long amount, String why) {
    OptionalLong fee =
        HANOI
            .procedure(procedure)
            .orElseThrow()
            .feeFor(FilingChannel.parse("channel", channel), on);

    assertThat(fee)
        .as(why)
        .isEqualTo(
            Optional.ofNullable(amount).map(OptionalLong::of).orElseGet(OptionalLong::empty));
  }

  @Test
  void theResultWaitsForTheFeeWhereOneIsKnown() {
    LocalDate today = LocalDate.of(2026, 11, 24);

    assertThat(HANOI.procedures())
        .allSatisfy(
            procedure ->
                assertThat(procedure.feeBeforeResult())
                    .as(procedure.code())
                    .isEqualTo(costs(procedure, today)));
  }

  @Test
  void aTimeThatIsNotKnownInWorkingDaysIsAbsent() {
    assertThat(HANOI.procedure("1.004222").orElseThrow().workingDays()).isEqualTo(7);
    assertThat(HANOI.procedure("2.001159").orElseThrow().workingDays()).isNull();
  }

  private static boolean costs(Procedure procedure, LocalDate on) {
    for (FilingChannel channel : FilingChannel.values()) {
      if (procedure.feeFor(channel, on).orElse(0) > 0) {
        return true;
      }
    }
    return false;
  }
}
