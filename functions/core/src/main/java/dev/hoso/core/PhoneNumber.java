package dev.hoso.core;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Vietnamese telephone number that can belong to a person: a mobile or a landline.
 *
 * @param e164 the one form that is kept, {@code +84912345678}: country code, no trunk 0
 */
public record PhoneNumber(String e164) {
  /**
   * The first digit decides and not the operator's prefix: new blocks are opened without notice,
   * and the SMS provider refuses what does not exist.
   */
  private static final Pattern MOBILE = Pattern.compile("\\+84[35789]\\d{8}");

  /** Area codes since 2017: 024 Hanoi and 028 Ho Chi Minh City with 8 digits, 02xx with 7. */
  private static final Pattern LANDLINE =
      Pattern.compile("\\+842(?:4[2-8]|8[2-9]|[0-35-79]\\d)\\d{7}");

  /**
   * Keeps what is right and nothing else.
   *
   * @throws IllegalArgumentException when it is not the E.164 form of a mobile or a landline
   */
  public PhoneNumber {
    if (!valid(e164)) {
      throw new IllegalArgumentException("a phone number is kept as +84 and 9 or 10 digits");
    }
  }

  /**
   * Reads every way in which people write a number: {@code 0912 345 678}, {@code 84912345678},
   * {@code +84 (0)912.345.678}, {@code 0084-912-345-678}, and mobiles of before 2018 with 11
   * digits.
   *
   * @param field the name to complain under
   * @throws Invalid when it is absent, foreign, a service number (1800…, 1900…, 1022, 113) or no
   *     number at all
   */
  public static PhoneNumber parse(String field, @Nullable String text) {
    String e164 = PhoneSpelling.toE164(text == null ? "" : text);
    if (e164 == null || !valid(e164)) {
      throw new Invalid(
          field, "must be a Vietnamese mobile or landline number, like 0912345678 or +84912345678");
    }
    return new PhoneNumber(e164);
  }

  /** Whether it takes SMS; a landline cannot be assumed to. */
  public boolean mobile() {
    return MOBILE.matcher(e164).matches();
  }

  /** For logs and pages: the last three digits only. */
  public String masked() {
    return "***" + e164.substring(e164.length() - 3);
  }

  /** Masked, because a record's text ends up in logs and a phone number is personal data. */
  @Override
  public String toString() {
    return masked();
  }

  private static boolean valid(String e164) {
    return MOBILE.matcher(e164).matches() || LANDLINE.matcher(e164).matches();
  }
}
