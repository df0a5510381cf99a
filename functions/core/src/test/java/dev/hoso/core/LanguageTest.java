package dev.hoso.core;

import static dev.hoso.core.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @Test
  void whoNamesNoLanguageIsSpokenToInVietnamese() {
    assertThat(Language.parse("language", null)).isEqualTo(Language.VI);
  }

  @ParameterizedTest
  @EnumSource
  void everyLanguageIsFoundByItsCode(Language language) {
    assertThat(Language.parse("language", language.code())).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fr", "VI", "vi-VN"})
  void anotherLanguageIsRefused(String text) {
    assertRefused("applicant.language", () -> Language.parse("applicant.language", text));
  }

  @Test
  void aNameIsSaidInTheLanguageAskedFor() {
    Name name = new Name("Đăng ký thường trú", "Permanent residence registration");

    assertThat(name.in(Language.VI)).isEqualTo("Đăng ký thường trú");
    assertThat(name.in(Language.EN)).isEqualTo("Permanent residence registration");
  }
}
