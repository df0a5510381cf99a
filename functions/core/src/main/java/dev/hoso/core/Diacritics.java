package dev.hoso.core;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Vietnamese without its marks, as people type it without a Vietnamese keyboard. */
public final class Diacritics {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Diacritics() {}

  /**
   * A text without marks; đ has no decomposition in Unicode and goes by hand.
   *
   * @param form how far characters are taken apart: with {@code NFKD} also ligatures and the like
   */
  public static String without(String text, Normalizer.Form form) {
    return MARKS
        .matcher(Normalizer.normalize(text, form))
        .replaceAll("")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }
}
