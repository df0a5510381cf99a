package dev.hoso.results.templates;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code {name}} in a template's text stands for the value of the field of that name. */
final class Placeholders {
  private static final Pattern FORM = Pattern.compile("\\{([^{}]*)}");

  private Placeholders() {}

  /** The names in a text, as often as they stand there. */
  static List<String> in(String text) {
    return FORM.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /**
   * The text with the values in place of the names. A value that looks like a placeholder is text.
   */
  static String filled(String text, Map<String, String> values) {
    return FORM.matcher(text).replaceAll(found -> value(found, values));
  }

  private static String value(MatchResult found, Map<String, String> values) {
    return Matcher.quoteReplacement(values.getOrDefault(found.group(1), "").strip());
  }
}
