package dev.hoso.notifications.sms;

import dev.hoso.core.Diacritics;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Vietnamese without diacritics, as everybody writes it in SMS: {@code Đã nhận} is {@code Da nhan}.
 */
final class Folding {
  private static final Pattern DOUBLE_QUOTES = Pattern.compile("[«»“-‟″]");
  private static final Pattern SINGLE_QUOTES = Pattern.compile("[‘-‛‹›′`´ʼ]");
  private static final Pattern DASHES = Pattern.compile("[‐-―−•·]");

  private Folding() {}

  /** The text in characters that {@link Gsm7} has; what cannot be folded becomes {@code ?}. */
  static String fold(String text) {
    String plain = typed(text).replace('₫', 'd');
    String bare = Diacritics.without(plain, Normalizer.Form.NFKD);
    // Taking characters apart can bring up typographic ones (⁇, ⸺) and the stroke of a letter.
    return known(typed(bare));
  }

  /** With the quotes and dashes of a keyboard. */
  private static String typed(String text) {
    String quoted = DOUBLE_QUOTES.matcher(text).replaceAll("\"");
    quoted = SINGLE_QUOTES.matcher(quoted).replaceAll("'");
    return DASHES.matcher(quoted).replaceAll("-");
  }

  private static String known(String text) {
    StringBuilder known = new StringBuilder(text.length());
    text.codePoints().map(it -> Gsm7.has(it) ? it : '?').forEach(known::appendCodePoint);
    return known.toString();
  }
}
