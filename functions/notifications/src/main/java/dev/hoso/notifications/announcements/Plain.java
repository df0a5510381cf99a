package dev.hoso.notifications.announcements;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: small letters, no marks, one space between them. */
final class Plain {
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}_]+");

  private Plain() {}

  static String of(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String bare = INVISIBLE.matcher(apart).replaceAll("").replace('đ', 'd');
    return SPACES.matcher(bare).replaceAll(" ").strip();
  }
}
