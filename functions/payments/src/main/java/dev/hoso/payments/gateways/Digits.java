package dev.hoso.payments.gateways;

import dev.hoso.core.Sha256;
import java.math.BigInteger;
import java.security.SecureRandom;

/** Numbers of so many digits, for references that have room for nothing else. */
final class Digits {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** So many more than the digits need that none is likelier than another. */
  private static final int BITS = 128;

  private Digits() {}

  /** Ones that nobody guesses. */
  static String random(int digits) {
    return padded(new BigInteger(BITS, RANDOM), digits);
  }

  /** The ones that the same parts always give. */
  static String of(int digits, String... parts) {
    return padded(new BigInteger(1, Sha256.of(parts)), digits);
  }

  private static String padded(BigInteger number, int digits) {
    String text = number.mod(BigInteger.TEN.pow(digits)).toString();
    return "0".repeat(digits - text.length()) + text;
  }
}
