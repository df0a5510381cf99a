package dev.hoso.dossiers.api;

import dev.hoso.core.Name;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese without its marks, as people type it into a search box. */
final class PlainText {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private PlainText() {}

  /** Lower case, no marks; đ has no decomposition in Unicode and goes by hand. */
  static String of(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    return MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace('đ', 'd').strip();
  }

  /** Whether the text is the name in one of its languages. */
  static boolean same(String text, Name name) {
    return of(text).equals(of(name.vi())) || of(text).equals(of(name.en()));
  }

  /** Whether each of the words is somewhere in the code or the names. */
  static boolean has(String words, String code, Name... names) {
    StringBuilder all = new StringBuilder(code);
    for (Name name : names) {
      all.append(' ').append(name.vi()).append(' ').append(name.en());
    }
    String text = of(all.toString());
    return Arrays.stream(SPACES.split(of(words))).allMatch(text::contains);
  }
}
