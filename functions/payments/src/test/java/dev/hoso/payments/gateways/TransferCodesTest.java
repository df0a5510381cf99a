package dev.hoso.payments.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.payments.PaymentReference;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes that survive a bank transfer. */
class TransferCodesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T07:30:00Z");

  private final TransferCodes codes = new TransferCodes();

  /** Germany's tax numbers are checked alike; these two are its tax office's examples. */
  @ParameterizedTest
  @CsvSource({"8609574271, 9", "4703689281, 6"})
  void theCheckDigitIsIso7064s(String digits, char check) {
    assertThat(TransferCodes.checkDigit(digits)).isEqualTo(check);
  }

  @Test
  void aGeneratedOneHasTwoLettersTwelveDigitsAndIsItsOwnProof() {
    String code = codes.generated(NOW).value();

    assertThat(code).matches("HS\\d{12}");
    assertThat(TransferCodes.checkDigit(code.substring(2, 13))).isEqualTo(code.charAt(13));
    assertThat(codes.carries(code)).isTrue();
  }

  @Property(tries = 200)
  void aDigitThatIsMistypedMakesNoOther(
      @ForAll @IntRange(max = 11) int at, @ForAll @IntRange(min = 1, max = 9) int by) {
    String code = codes.generated(NOW).value();
    char[] typed = code.toCharArray();
    typed[at + 2] = (char) ('0' + (typed[at + 2] - '0' + by) % 10);

    assertThat(checks(new String(typed))).isFalse();
  }

  @Property(tries = 200)
  void hardlyAnySwapOfNeighboursDoes(@ForAll Random random) {
    int found = 0;
    for (int n = 0; n < 100; n++) {
      char[] typed = codes.generated(NOW).value().toCharArray();
      int at = 2 + random.nextInt(11);
      char left = typed[at];
      typed[at] = typed[at + 1];
      typed[at + 1] = left;
      found += left != typed[at] && checks(new String(typed)) ? 1 : 0;
    }
    assertThat(found).isLessThan(10);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "null",
      value = {
        "HS2611230042; anything; HS2611230042",
        "hs2611230042; anything; HS2611230042",
        "null; HS2611230042; HS2611230042",
        "null; hs2611230042 nop le phi; HS2611230042",
        "null; MBVCB.3278907687.HS2611230045.CT tu 001 NGUYEN VAN A; HS2611230045",
        "null; MBVCB3278907687 HS2611230045 CT tu 001; HS2611230045",
        "null; NOPPHIHS2611230045CHUYENTIEN; HS2611230045",
        "null; TT2611230042 le phi; TT2611230042",
        "null; le phi ABC20261; ABC20261",
        "H2615; HS2611230042; HS2611230042",
        "null; H2615 261123 0042 nop phi; null",
        "null; chuyen tien an trua; null",
        "null; HS123; null",
        "null; HS26112300421234567 x; null",
        "null; FT26327123456789 chuyen tien; null",
        "null; null; null",
      })
  void aCodeIsFoundInWhatTheBankPassedOn(
      @Nullable String code, @Nullable String content, @Nullable String found) {
    assertThat(TransferCodes.find(code, content))
        .isEqualTo(Optional.ofNullable(found).map(PaymentReference::new));
  }

  @Property(tries = 200)
  void aGeneratedOneIsFoundAmongOtherWordsAndNumbers(@ForAll Random random) {
    String code = codes.generated(NOW).value();
    String[] mangled = {
      code,
      code.toLowerCase(Locale.ROOT),
      "x" + code + "y",
      code + "26327123456",
      code.substring(0, 5) + " " + code.substring(5, 9) + "-" + code.substring(9),
      "HS9999 " + code,
      "MBVCB" + "3278907687" + "." + code + ".CT TU 0011002233445 TOI 0123499999",
      "IBFT " + code + " NGUYEN VAN A chuyen khoan",
    };

    assertThat(TransferCodes.find(null, mangled[random.nextInt(mangled.length)]))
        .contains(new PaymentReference(code));
  }

  @Property(tries = 300)
  void whateverTheTextIsNothingThrows(@ForAll String code, @ForAll String content) {
    Assume.that(content.length() < 500);

    assertThat(TransferCodes.find(code, content)).isNotNull();
  }

  private static boolean checks(String code) {
    return TransferCodes.checkDigit(code.substring(2, 13)) == code.charAt(13);
  }
}
