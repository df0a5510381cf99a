package dev.hoso.notifications.announcements;

import dev.hoso.core.Diacritics;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: small letters, no marks, one space between them. */
final class Plain {
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}_]+");

  private Plain() {}

  static String of(String text) {
    String apart = Diacritics.without(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String bare = INVISIBLE.matcher(apart).replaceAll("");
    return SPACES.matcher(bare).replaceAll(" ").strip();
  }
}
