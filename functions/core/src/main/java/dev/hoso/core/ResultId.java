package dev.hoso.core;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names an electronic result to whoever verifies it: 80 random bits in 16 digits of {@link
 * Crockford base 32}, and a check digit, so that one mistyped digit or two exchanged neighbours do
 * not lead to "no such result" but to "mistyped".
 *
 * @param value 17 characters; {@link #text} groups them for people
 */
public record ResultId(String value) {
  private static final int LENGTH = 17;
  private static final Pattern GROUP = Pattern.compile("(?<=\\G.{4})(?=.)");
  private static final int BYTES = 10;

  /**
   * Keeps what is right and nothing else.
   *
   * @throws IllegalArgumentException when the value is no such id
   */
  public ResultId {
    if (!valid(value)) {
      throw new IllegalArgumentException("no id of a result");
    }
  }

  /** A new one, which nobody can guess. */
  public static ResultId random() {
    String digits = Crockford.random(BYTES);
    return new ResultId(digits + Crockford.DIGITS.charAt(check(digits)));
  }

  /**
   * Reads what a person typed: small letters, spaces and hyphens are forgiven, and O, I and L stand
   * for the digits that they look like.
   *
   * @param field the name to complain under
   * @throws Invalid when it is absent, or mistyped
   */
  public static ResultId parse(String field, @Nullable String text) {
    String typed = text == null ? "" : text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    String digits = typed.replace('O', '0').replace('I', '1').replace('L', '1');
    if (!valid(digits)) {
      throw new Invalid(
          field, "must be the 17 letters and digits under the QR code; one of them is mistyped");
    }
    return new ResultId(digits);
  }

  /** In groups, as it stands under the QR code: {@code ABCD-EFGH-JKMN-PQRS-T}. */
  public String text() {
    return GROUP.matcher(value).replaceAll("-");
  }

  @Override
  public String toString() {
    return text();
  }

  private static boolean valid(String digits) {
    return digits.length() == LENGTH
        && digits.chars().allMatch(digit -> Crockford.DIGITS.indexOf(digit) >= 0)
        && check(digits) == 0;
  }

  /**
   * Damm's algorithm over the field of 32 elements, where doubling is its quasigroup: it sees every
   * wrong digit and every exchange of two neighbours. Over digits that end with their check digit
   * it gives 0.
   */
  private static int check(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum = doubled(sum ^ Crockford.DIGITS.indexOf(digits.charAt(i)));
    }
    // The check digit is what brings the sum back to 0: doubling 0 gives 0.
    return sum;
  }

  /** Times x, modulo x^5 + x^2 + 1, which is irreducible over two elements. */
  private static int doubled(int element) {
    int shifted = element << 1;
    return shifted > 31 ? shifted ^ 0b100101 : shifted;
  }
}
