package dev.hoso.notifications;

import static dev.hoso.notifications.DossierForTests.dossier;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Language;
import dev.hoso.core.Money;
import dev.hoso.core.catalogue.Catalogue;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LetterTest {
  private static final Catalogue CATALOGUE = Catalogue.load(null);

  @Test
  void timesAreThoseOfAClockInVietnam() {
    Instant evening = Instant.parse("2026-11-23T17:05:00Z");

    assertThat(letter(dossier()).time(evening)).isEqualTo("00:05 24/11/2026");
    assertThat(letter(english()).time(evening)).isEqualTo("00:05 24 Nov 2026");
  }

  @Test
  void namesAndAmountsAreInTheReadersLanguage() {
    assertThat(letter(dossier()).procedure()).isEqualTo("Thủ tục đăng ký khai sinh");
    assertThat(letter(english()).procedure()).isEqualTo("Birth registration");
    assertThat(letter(dossier()).amount(new Money(50_000))).isEqualTo("50.000đ");
    assertThat(letter(english()).amount(new Money(50_000))).isEqualTo("50,000 VND");
  }

  @Test
  void whatTheCatalogueDoesNotKnowIsNamedByItsCode() {
    Letter letter = letter(dossier().with("unit", "X-1").with("procedure", "9.999999"));

    assertThat(letter.unit()).isEqualTo("X-1");
    assertThat(letter.procedure()).isEqualTo("9.999999");
  }

  @Test
  void addressesAreTheCitysOwn() {
    Letter letter = letter(dossier());

    assertThat(letter.address()).isEqualTo("https://hoso.example.gov.vn");
    assertThat(letter.lookUp()).isEqualTo("https://hoso.example.gov.vn/lookup/H26.15-261123-0042");
  }

  @Test
  void aResultIsCalledByItsOrdinalWhereTheDossierIsNamedAlready() {
    assertThat(letter(dossier()).ordinal("H26.15-261123-0042-KQ12")).isEqualTo("KQ12");
  }

  @Test
  void aLetterCanBeInALanguageOtherThanTheApplicants() {
    Letter letter =
        new Letter(dossier().read(), Language.EN, CATALOGUE, "https://hoso.example.gov.vn");

    assertThat(letter.procedure()).isEqualTo("Birth registration");
  }

  @Test
  void aShortReasonStaysAsItIsAndALongOneIsCutAtAWord() {
    Letter letter = letter(dossier());

    assertThat(letter.brief("  Thiếu\nbản sao  ")).isEqualTo("Thiếu bản sao");
    assertThat(letter.brief("một hai ".repeat(30)))
        .hasSizeLessThanOrEqualTo(120)
        .endsWith(" một...");
    assertThat(letter.brief("x".repeat(500))).hasSize(120).endsWith("x...");
  }

  private static DossierForTests english() {
    return dossier().applicant("language", "en");
  }

  private static Letter letter(DossierForTests dossier) {
    return new Letter(dossier.read(), CATALOGUE, "https://hoso.example.gov.vn");
  }
}
