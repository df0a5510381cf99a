package dev.hoso.core.csv;

import dev.hoso.core.Invalid;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a file: in a column, in several that are read with a space between, or
 * nowhere, because it is always the same or not told.
 *
 * @param names the columns' names; empty where it stands in none
 * @param constant what it always is; null where it is not told
 */
public record Column(List<String> names, @Nullable String constant) {
  /** What a decoder puts in place of bytes that mean nothing. */
  private static final char NOT_DECODED = '\ufffd';

  /** Reads what the mapping says: {@code Amount}, {@code Date+Time}, {@code =VND}, or nothing. */
  public static Column of(String said) {
    if (said.isEmpty()) {
      return new Column(List.of(), null);
    }
    if (said.startsWith("=")) {
      return new Column(List.of(), said.substring(1));
    }
    List<String> names = new ArrayList<>();
    for (String name : said.split("\\+", -1)) {
      names.add(name.strip());
    }
    return new Column(List.copyOf(names), null);
  }

  public boolean told() {
    return constant != null || !names.isEmpty();
  }

  /** What complaints call it. */
  public String name() {
    return String.join("+", names);
  }

  /**
   * What stands there, without the spaces around it; empty where nothing does.
   *
   * @param header where each column is
   * @throws Invalid where the bytes are of another charset
   */
  public String read(Map<String, Integer> header, List<String> fields) {
    if (constant != null) {
      return constant;
    }
    List<String> parts = new ArrayList<>();
    for (String name : names) {
      Integer at = header.get(name);
      String text = at == null || at >= fields.size() ? "" : fields.get(at).strip();
      if (text.indexOf(NOT_DECODED) >= 0) {
        throw new Invalid(name, "is in another charset than the mapping says");
      }
      if (!text.isEmpty()) {
        parts.add(text);
      }
    }
    return String.join(" ", parts);
  }

  /** A name or a word as it is compared: composed letters, no spaces around it. */
  public static String compared(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
  }
}
