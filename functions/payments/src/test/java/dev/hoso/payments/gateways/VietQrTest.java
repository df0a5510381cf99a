package dev.hoso.payments.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the QR code of a transfer says, held against what others published and read back. */
class VietQrTest {
  /** NAPAS's own example of a transfer to an account, but for the bill's number. */
  @Test
  void itSaysWhatNapassExampleSays() {
    VietQr ours = new VietQr("970403", "0011012345678", 180_000, "thanh toan don hang");

    assertThat(ours.text())
        .isEqualTo(
            "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
                + "530370454061800005802VN62230819thanh toan don hang63045FAB");
  }

  /** https://github.com/subiz/vietqr, README. */
  @Test
  void itSaysWhatAnotherLibrarySays() {
    VietQr ours = new VietQr("970415", "0011001932418", 120_000, "ung ho lu lut");

    assertThat(ours.text())
        .isEqualTo(
            "00020101021238570010A00000072701270006970415011300110019324180208QRIBFTTA"
                + "530370454061200005802VN62170813ung ho lu lut6304C15C");
  }

  /** NAPAS's document, sections 6.1.1 to 6.1.4. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "00020101021138570010A00000072701270006970403011200110123456780208QRIBFTTA53037045802VN"
            + "6304F4E5",
        "00020101021138600010A00000072701300006970403011697040311012345670208QRIBFTTC53037045802VN"
            + "63044F52",
        "00020101021238570010A00000072701270006970403011300110123456780208QRIBFTTA"
            + "530370454061800005802VN62340107NPS68690819thanh toan don hang63042E2E",
        "00020101021238600010A00000072701300006970403011697040311012345670208QRIBFTTC"
            + "530370454061800005802VN62340107NPS68690819thanh toan don hang6304A203",
      })
  void theCheckIsNapass(String published) {
    int check = published.length() - 4;

    assertThat("%04X".formatted(VietQr.crc(published.substring(0, check))))
        .isEqualTo(published.substring(check));
  }

  /** The catalogue of checks (https://reveng.sourceforge.io/crc-catalogue) names it IBM-3740. */
  @Test
  void theCheckOfOneToNineIsTheCatalogues() {
    assertThat(VietQr.crc("123456789")).isEqualTo(0x29B1);
  }

  @Property(tries = 500)
  void whatIsReadBackIsWhatWasToBePaid(@ForAll("transfers") VietQr transfer) {
    Map<String, String> root = parts(transfer.text());

    assertThat(root.keySet()).containsExactly("00", "01", "38", "53", "54", "58", "62", "63");
    assertThat(root).containsEntry("00", "01").containsEntry("01", "12");
    assertThat(root).containsEntry("53", "704").containsEntry("58", "VN");
    assertThat(root.get("54")).isEqualTo(String.valueOf(transfer.amount()));
    Map<String, String> napas = parts(root.get("38"));
    assertThat(napas).containsEntry("00", "A000000727").containsEntry("02", "QRIBFTTA");
    assertThat(parts(napas.get("01")))
        .containsExactly(Map.entry("00", transfer.bin()), Map.entry("01", transfer.account()));
    assertThat(parts(root.get("62"))).containsExactly(Map.entry("08", transfer.content()));
    assertThat(root.get("63")).isEqualTo(check(transfer.text()));
  }

  @ParameterizedTest
  @CsvSource({
    "97040,     0011012345678,        1,              HS1",
    "97040A,    0011012345678,        1,              HS1",
    "970403,    '',                   1,              HS1",
    "970403,    0011-012345678,       1,              HS1",
    "970403,    01234567890123456789, 1,              HS1",
    "970403,    0011012345678,        0,              HS1",
    "970403,    0011012345678,        10000000000000, HS1",
    "970403,    0011012345678,        1,              ''",
    "970403,    0011012345678,        1,              phí",
    "970403,    0011012345678,        1,              'twenty-six characters long'",
  })
  void whatHasNoRoomThereIsNoCode(String bin, String account, long amount, String content) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> new VietQr(bin, account, amount, content));
  }

  @Provide
  Arbitrary<VietQr> transfers() {
    return Combinators.combine(
            Arbitraries.strings().numeric().ofLength(6),
            Arbitraries.strings().numeric().alpha().ofMinLength(1).ofMaxLength(19),
            Arbitraries.longs().between(1, VietQr.MOST),
            Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(25))
        .as(VietQr::new);
  }

  /** Reads an EMV code's parts: two digits of name, two of length, and so many characters. */
  private static Map<String, String> parts(String text) {
    Map<String, String> parts = new LinkedHashMap<>();
    int at = 0;
    while (at < text.length()) {
      int end = at + 4 + Integer.parseInt(text.substring(at + 2, at + 4));
      assertThat(parts.put(text.substring(at, at + 2), text.substring(at + 4, end))).isNull();
      at = end;
    }
    return parts;
  }

  /** The check as a division of polynomials, bit by bit over the whole text. */
  private static String check(String text) {
    String checked = text.substring(0, text.length() - 4);
    boolean[] register = new boolean[16];
    java.util.Arrays.fill(register, true);
    for (char character : checked.toCharArray()) {
      for (int bit = 7; bit >= 0; bit--) {
        boolean carry = register[0] ^ ((character >> bit & 1) == 1);
        System.arraycopy(register, 1, register, 0, 15);
        register[15] = carry;
        register[10] ^= carry;
        register[3] ^= carry;
      }
    }
    int value = 0;
    for (boolean one : register) {
      value = value << 1 | (one ? 1 : 0);
    }
    return "%04X".formatted(value);
  }
}
