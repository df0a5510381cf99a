package dev.hoso.dossiers.api;

import dev.hoso.core.Diacritics;
import dev.hoso.core.Name;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** Vietnamese without its marks, as people type it into a search box. */
final class PlainText {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private PlainText() {}

  /** Lower case, no marks. */
  static String of(String text) {
    String plain = Diacritics.without(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    return SPACES.matcher(plain.strip()).replaceAll(" ");
  }

  /** Whether the text is the name in one of its languages. */
  static boolean same(String text, Name name) {
    return of(text).equals(of(name.vi())) || of(text).equals(of(name.en()));
  }

  /** Whether the words stand, in this order, in the code or in one of the names. */
  static boolean in(String words, String code, Name... names) {
    String text = of(words);
    return code.contains(text)
        || Arrays.stream(names)
            .anyMatch(name -> of(name.vi()).contains(text) || of(name.en()).contains(text));
  }
}
