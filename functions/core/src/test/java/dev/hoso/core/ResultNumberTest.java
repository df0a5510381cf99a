package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultNumberTest {
  private static final DossierCode DOSSIER = new DossierCode("H26.15-261123-0042");

  @ParameterizedTest
  @ValueSource(strings = {"KQ2", "kq2", " H26.15-261123-0042-KQ2 "})
  void isReadWholeAndShort(String text) {
    ResultNumber number = ResultNumber.parse("number", DOSSIER, text);

    assertThat(number).isEqualTo(new ResultNumber(DOSSIER, 2));
    assertThat(number.value()).isEqualTo("H26.15-261123-0042-KQ2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "KQ0", "KQ-1", "KQ(1)", "H26.15-261123-0043-KQ2", "erasure"})
  void whatIsNoResultOfTheDossierIsRefused(String text) {
    assertThatThrownBy(() -> ResultNumber.parse("number", DOSSIER, text))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("number");
  }

  @Test
  void whatIsAbsentIsRefused() {
    assertThatThrownBy(() -> ResultNumber.parse("number", DOSSIER, null))
        .isInstanceOf(Invalid.class);
  }
}
