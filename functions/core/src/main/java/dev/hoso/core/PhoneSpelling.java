package dev.hoso.core;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From what people write to {@code +84…}; whether such a number can exist is not asked here. */
final class PhoneSpelling {
  private static final Pattern SEPARATORS =
      Pattern.compile("[\\s\\u00a0.()\\[\\]\\u2010-\\u2013-]");
  private static final Pattern DIGITS = Pattern.compile("\\+?\\d{9,16}");

  private PhoneSpelling() {}

  /** Null when the text is no spelling of a Vietnamese number. */
  static @Nullable String toE164(String text) {
    String number = SEPARATORS.matcher(text).replaceAll("");
    if (!DIGITS.matcher(number).matches()) {
      return null;
    }
    String national = national(number);
    return national == null ? null : "+84" + OldMobiles.convert(national);
  }

  /** The number without country code and trunk 0. */
  private static @Nullable String national(String number) {
    if (number.startsWith("+")) {
      return number.startsWith("+84") ? withoutTrunk(number.substring(3)) : null;
    }
    if (number.startsWith("0084")) {
      return withoutTrunk(number.substring(4));
    }
    if (number.startsWith("0")) {
      return number.substring(1);
    }
    if (number.startsWith("84")) {
      // Nine digits are a VinaPhone number (084…) whose 0 was left out, not a country code.
      return number.length() == 9 ? number : withoutTrunk(number.substring(2));
    }
    return null;
  }

  /** {@code +840912…} is wrong but common. */
  private static String withoutTrunk(String number) {
    return number.startsWith("0") ? number.substring(1) : number;
  }
}
