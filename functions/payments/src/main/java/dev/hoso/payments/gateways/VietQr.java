package dev.hoso.payments.gateways;

import java.nio.charset.StandardCharsets;

/**
 * What the QR code of a bank transfer says: an EMV code that a merchant presents (EMVCo,
 * Merchant-Presented Mode 1.1), as NAPAS fills it for a transfer to an account ("Quy định về định
 * dạng mã VietQR trong dịch vụ chuyển nhanh NAPAS247", 1.0 of 9/2021, section 6.1.3). Every
 * Vietnamese bank's application reads it and fills its transfer's form with it.
 *
 * @param bin the bank, by its number at NAPAS
 * @param account the number that the money goes to
 * @param amount in đồng
 * @param content what comes back with the money: letters, digits and spaces without diacritics
 */
record VietQr(String bin, String account, long amount, String content) {
  /** 13 digits are all that there is room for. */
  static final long MOST = 9_999_999_999_999L;

  private static final String NAPAS = "A000000727";

  /** Inter-bank fund transfer, to an account. */
  private static final String TO_ACCOUNT = "QRIBFTTA";

  /** Where the check begins: its name and its length are under it, too. */
  private static final String CHECK = "6304";

  private static final int POLYNOMIAL = 0x1021;
  private static final int START = 0xFFFF;

  /**
   * Keeps what NAPAS's lengths have room for.
   *
   * @throws IllegalArgumentException for anything else
   */
  VietQr {
    require(isBank(bin), "a bank's number has 6 digits");
    require(isAccount(account), "an account's number has 1 to 19 letters and digits");
    require(amount >= 1 && amount <= MOST, "an amount has 1 to 13 digits");
    require(content.matches("[ -~]{1,25}"), "a content has 1 to 25 plain characters");
  }

  /** Whether it can be a bank's number. */
  static boolean isBank(String bin) {
    return bin.matches("\\d{6}");
  }

  /** Whether it can be an account's number. */
  static boolean isAccount(String account) {
    return account.matches("[A-Za-z0-9]{1,19}");
  }

  /** The code's text. */
  String text() {
    String beneficiary = part("00", bin) + part("01", account);
    String transfer = part("00", NAPAS) + part("01", beneficiary) + part("02", TO_ACCOUNT);
    String body =
        part("00", "01")
            // For one payment; 11 would be for any number of them.
            + part("01", "12")
            + part("38", transfer)
            + part("53", "704")
            + part("54", Long.toString(amount))
            + part("58", "VN")
            + part("62", part("08", content))
            + CHECK;
    return body + "%04X".formatted(crc(body));
  }

  /** CRC-16 as EMVCo wants it: CCITT's polynomial, from 0xFFFF, nothing mirrored. */
  static int crc(String text) {
    int crc = START;
    for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
      crc ^= octet << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL;
      }
    }
    return crc & 0xFFFF;
  }

  private static String part(String id, String value) {
    return "%s%02d%s".formatted(id, value.length(), value);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
