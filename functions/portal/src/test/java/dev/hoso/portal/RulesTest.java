package dev.hoso.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.PortalPlace;
import dev.hoso.portal.protocol.Agreement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RulesTest {
  @Property
  void gapsGrowAndEndAtHalfAnHourAndAQuarterMore(
      @ForAll @LongRange(min = 1, max = 1_000_000) long tries,
      @ForAll @DoubleRange(min = 0, max = 1) double chance) {
    Duration gap = Gaps.after(tries, chance);

    assertThat(gap).isBetween(Duration.ofSeconds(45), Duration.ofSeconds(37 * 60 + 30));
    assertThat(Gaps.after(tries + 1, chance)).isGreaterThanOrEqualTo(gap);
  }

  @Property
  void theRateIsAllOnlyWhereAllAreInStep(
      @ForAll @LongRange(min = 1, max = 100_000_000) long dossiers,
      @ForAll @LongRange(min = 1, max = 1_000) long behind) {
    long inStep = Math.max(0, dossiers - behind);

    assertThat(rate(dossiers, dossiers)).isEqualTo(100);
    assertThat(rate(dossiers, inStep)).isLessThan(100).isGreaterThanOrEqualTo(0);
  }

  @Test
  void whereThereIsNothingAllIsInStep() {
    assertThat(rate(0, 0)).isEqualTo(100);
  }

  @Property
  void whatWaitsIsInOneOfItsKeysAndAlwaysInTheSame(@ForAll String code) {
    for (PortalPlace place : PortalPlace.values()) {
      assertThat(place.keys()).contains(place.of(code)).doesNotHaveDuplicates();
      assertThat(place.of(code)).isEqualTo(place.of(code));
    }
  }

  @Test
  void thePortalMayShowLessAndMoreButNothingElse() {
    Map<String, Object> sent =
        Map.of(
            "TrangThaiHoSo",
            "4",
            "ChuHoSo",
            "Hoa",
            "DanhSachLePhi",
            List.of(Map.of("Gia", "8000")));

    assertThat(Agreement.differences(Map.of("TrangThaiHoSo", 4, "Khac", "x"), sent)).isEmpty();
    assertThat(Agreement.differences(Map.of("ChuHoSo", "Hoa"), sent))
        .containsExactly("TrangThaiHoSo");
    assertThat(
            Agreement.differences(
                Map.of("TrangThaiHoSo", "4", "DanhSachLePhi", List.of(Map.of("Gia", 9000))), sent))
        .containsExactly("DanhSachLePhi");
    assertThat(
            Agreement.differences(Map.of("TrangThaiHoSo", "4", "DanhSachLePhi", List.of()), sent))
        .containsExactly("DanhSachLePhi");
  }

  private static double rate(long dossiers, long inStep) {
    return SyncReport.of(Instant.EPOCH, dossiers, inStep, dossiers - inStep, 0, null).rate();
  }
}
