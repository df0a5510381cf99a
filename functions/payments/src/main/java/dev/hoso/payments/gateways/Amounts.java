package dev.hoso.payments.gateways;

import dev.hoso.payments.Confirmation.Said;
import org.jspecify.annotations.Nullable;

/**
 * Amounts as gateways write them. Never through a double, which is not exact above 2^53, and never
 * rounded: what is not a whole number is no amount.
 */
public final class Amounts {
  /** 18 digits: the most of which every one fits a long. */
  public static final long MOST = 999_999_999_999_999_999L;

  private static final int DIGITS = 18;

  private Amounts() {}

  /** A whole number of digits alone; {@link Said#NO_AMOUNT} where it is none. */
  public static long whole(@Nullable String digits) {
    if (digits == null || digits.isEmpty() || digits.length() > DIGITS) {
      return Said.NO_AMOUNT;
    }
    long number = 0;
    for (int at = 0; at < digits.length(); at++) {
      int digit = digits.charAt(at) - '0';
      if (digit < 0 || digit > 9) {
        return Said.NO_AMOUNT;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
