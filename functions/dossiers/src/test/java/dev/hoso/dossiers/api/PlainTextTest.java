package dev.hoso.dossiers.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Name;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
  private static final Name NAME = new Name("Thủ tục đăng ký khai tử", "Death registration");

  @ParameterizedTest
  @CsvSource({
    "Đăng ký khai tử, dang ky khai tu",
    "ĐƯỜNG  Nguyễn Huệ, duong nguyen hue",
    "Sở Nội vụ, so noi vu",
    "plain, plain",
  })
  void marksAndCaseAreTakenAway(String text, String plain) {
    assertThat(PlainText.of(text)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "khai tu, true",
    "KHAI TỬ, true",
    "death, true",
    "1.0006, true",
    "khai sinh, false",
    "tu khai, false",
  })
  void aPartOfTheCodeOrOfANameIsFound(String words, boolean found) {
    assertThat(PlainText.in(words, "1.000656", NAME)).isEqualTo(found);
  }
}
