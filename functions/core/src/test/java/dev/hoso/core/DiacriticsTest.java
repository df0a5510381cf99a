package dev.hoso.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class DiacriticsTest {
  @Test
  void vietnameseLosesItsMarksAndKeepsItsLetters() {
    String text = "Đường Nguyễn Trãi, phường Ba Đình: 50.000 đồng";

    assertThat(Diacritics.without(text, Normalizer.Form.NFD))
        .isEqualTo("Duong Nguyen Trai, phuong Ba Dinh: 50.000 dong");
  }

  @Test
  void howTheMarksWereWrittenMakesNoDifference() {
    String apart = Normalizer.normalize("Nguyễn Thị Ánh", Normalizer.Form.NFD);

    assertThat(Diacritics.without(apart, Normalizer.Form.NFD)).isEqualTo("Nguyen Thi Anh");
  }

  @Test
  void ligaturesAreTakenApartOnlyWhereThatIsAskedFor() {
    assertThat(Diacritics.without("ﬁ", Normalizer.Form.NFKD)).isEqualTo("fi");
    assertThat(Diacritics.without("ﬁ", Normalizer.Form.NFD)).isEqualTo("ﬁ");
  }
}
