package dev.hoso.core;

import static dev.hoso.core.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0912345678, +84912345678",
    "84912345678, +84912345678",
    "+84912345678, +84912345678",
    "0084912345678, +84912345678",
    "+840912345678, +84912345678",
    "0912 345 678, +84912345678",
    "0912.345.678, +84912345678",
    "0912-345-678, +84912345678",
    "0912\u2013345\u00a0678, +84912345678",
    "(0912) 345678, +84912345678",
    "(+84) 912 345 678, +84912345678",
    "+84 (0)912.345.678, +84912345678",
    "024 3825 1234, +842438251234",
    "84 24 3825 1234, +842438251234",
    "(028) 3829 5678, +842838295678",
    "0225 3842 345, +842253842345"
  })
  void everySpellingBecomesE164(String text, String e164) {
    assertThat(PhoneNumber.parse("phone", text).e164()).isEqualTo(e164);
  }

  @ParameterizedTest
  @CsvSource({
    "0841234567, +84841234567, a trunk 0 and VinaPhone's 084",
    "841234567, +84841234567, nine digits: VinaPhone's 084 without its trunk 0",
    "84841234567, +84841234567, eleven digits: a country code",
    "+84841234567, +84841234567, a country code"
  })
  void eightyFourIsACountryCodeOrAPrefixByTheNumberOfDigits(String text, String e164, String why) {
    assertThat(PhoneNumber.parse("phone", text).e164()).as(why).isEqualTo(e164);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "113",
        "1022",
        "024.1022",
        "1800 1091",
        "18001091",
        "1900 1009",
        "19001009",
        "01900100999",
        "+8419001009",
        "091234567",
        "09123456789",
        "912345678",
        "8412345678",
        "0112345678",
        "0612345678",
        "02438251",
        "024 1825 1234",
        "+1 202 555 0143",
        "+33 1 23 45 67 89",
        "0912345678 ext 5",
        "0912345678, 0987654321",
        "0912345678/0987654321",
        "++84912345678",
        "09123४5678",
        "không có"
      })
  void whatCannotBeACitizensNumberIsRefused(@Nullable String text) {
    assertRefused("applicant.phone", () -> PhoneNumber.parse("applicant.phone", text));
  }

  /** The whole table of the change of 2018; the rest of the number stays. */
  @ParameterizedTest
  @CsvSource({
    "0162, 032", "0163, 033", "0164, 034", "0165, 035", "0166, 036", "0167, 037", "0168, 038",
    "0169, 039", "0120, 070", "0121, 079", "0122, 077", "0126, 076", "0128, 078", "0123, 083",
    "0124, 084", "0125, 085", "0127, 081", "0129, 082", "0186, 056", "0188, 058", "0199, 059"
  })
  void aMobileOfElevenDigitsBecomesOneOfTen(String old, String now) {
    PhoneNumber number = PhoneNumber.parse("phone", now + "3456789");

    assertThat(PhoneNumber.parse("phone", old + "3456789")).isEqualTo(number);
    assertThat(PhoneNumber.parse("phone", "+84" + old.substring(1) + "3456789")).isEqualTo(number);
    assertThat(PhoneNumber.parse("phone", "84" + old.substring(1) + "3456789")).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01303456789", "01613456789", "01873456789", "01983456789"})
  void elevenDigitsThatNoOperatorHadAreRefused(String text) {
    assertRefused("phone", () -> PhoneNumber.parse("phone", text));
  }

  @ParameterizedTest
  @CsvSource({"0912345678, true", "0559345678, true", "024 3825 1234, false"})
  void onlyAMobileTakesSms(String text, boolean mobile) {
    assertThat(PhoneNumber.parse("phone", text).mobile()).isEqualTo(mobile);
  }

  @Test
  void aLogSeesTheLastThreeDigitsOnly() {
    PhoneNumber number = PhoneNumber.parse("phone", "0912345678");

    assertThat(number.masked()).isEqualTo("***678");
    assertThat(number).hasToString("***678");
  }

  @Test
  void theConstructorTakesE164Only() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PhoneNumber("0912345678"))
        .withMessageNotContaining("0912345678");
  }
}
