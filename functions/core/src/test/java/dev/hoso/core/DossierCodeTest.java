package dev.hoso.core;

import static dev.hoso.core.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCodeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "000.00.01.H26-261123-0042",
        "H26.15-261123-0042",
        "G17.20-261123-0042",
        "H26.15.03-261123-0042",
        "H26.137-261123-0042",
        "H26.15-261123-12345678"
      })
  void bothGenerationsOfAgencyCodesAreTaken(String text) {
    assertThat(DossierCode.parse("code", text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "261123-0042",
        "H26.15-261123",
        "H26.15-261123-042",
        "H26.15-261123-123456789",
        "H26-261123-0042",
        "H26.15-261123-0042-KQ1",
        "H26.15-261123-00A2",
        "H26.15_261123_0042",
        "000.00.H26-261123-0042",
        "000.00.01.26-261123-0042",
        "H26.15-261123-0042\nH26.15-261123-0043",
        "H26.15-261123-٠٠٤٢"
      })
  void whatIsNoDossierCodeIsRefused(@Nullable String text) {
    assertRefused("code", () -> DossierCode.parse("code", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"H26.15-261323-0042", "H26.15-260230-0042", "H26.15-270229-0042"})
  void aDayThatTheCalendarDoesNotHaveIsRefused(String text) {
    assertRefused("dossier", () -> DossierCode.parse("dossier", text));
  }

  @ParameterizedTest
  @CsvSource({
    "h26.15-261123-0042, H26.15-261123-0042",
    "'  000.00.01.h26-261123-0042 ', 000.00.01.H26-261123-0042"
  })
  void lowerCaseAndSpacesAroundItAreForgiven(String text, String code) {
    assertThat(DossierCode.parse("code", text)).isEqualTo(new DossierCode(code));
  }

  @Test
  void theConstructorForgivesNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DossierCode("h26.15-261123-0042"));
  }

  @Property
  void theDateInItIsTheDateOfReceipt(
      @ForAll @DateRange(min = "2018-01-01", max = "2099-12-31") LocalDate day,
      @ForAll @IntRange(max = 99_999_999) int number) {
    String date = DateTimeFormatter.ofPattern("yyMMdd").format(day);
    String text = "H26.15-%s-%04d".formatted(date, number);

    DossierCode code = DossierCode.parse("code", text);

    assertThat(code.receivedOn()).isEqualTo(day);
    assertThat(code).hasToString(text);
  }
}
