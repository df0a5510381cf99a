package dev.hoso.core;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * Base 32 by Douglas Crockford (https://www.crockford.com/base32.html): digits and capitals without
 * I, L, O and U, so that it can be read out on the telephone.
 */
public final class Crockford {
  /** The digits, in the order of their values. */
  static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int BITS = 5;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Crockford() {}

  /** So many bytes that nobody guesses, as text: 10 are enough to name what is secret. */
  public static String random(int bytes) {
    byte[] bits = new byte[bytes];
    RANDOM.nextBytes(bits);
    return text(bits);
  }

  /** The bytes as text: 16 characters for 10 bytes; the first carries what 5 does not divide. */
  public static String text(byte[] bytes) {
    int length = (bytes.length * Byte.SIZE + BITS - 1) / BITS;
    BigInteger number = new BigInteger(1, bytes);
    StringBuilder text = new StringBuilder(length);
    for (int digit = length - 1; digit >= 0; digit--) {
      text.append(DIGITS.charAt(number.shiftRight(digit * BITS).intValue() & 31));
    }
    return text.toString();
  }
}
