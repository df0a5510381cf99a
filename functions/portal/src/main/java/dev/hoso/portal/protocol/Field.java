package dev.hoso.portal.protocol;

import dev.hoso.core.cityfile.Row;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A field of a form.
 *
 * @param value the name of our value, or what stands there always, after {@code =}; empty for a
 *     field that we have nothing for
 * @param codes the portal's words for ours; none where they are the same
 */
record Field(String name, String value, Map<String, String> codes) {
  static Field of(Row row) {
    String value = row.optional("value");
    if (!value.isEmpty() && !value.startsWith("=") && !Facts.NAMES.contains(value)) {
      throw row.bad("value", value + " is none of " + String.join(", ", Facts.NAMES));
    }
    Map<String, String> codes = new LinkedHashMap<>();
    Arrays.stream(row.optional("codes").split("\\|", -1))
        .filter(pair -> !pair.isBlank())
        .forEach(
            pair -> {
              String[] sides = pair.split("=", -1);
              if (sides.length != 2) {
                throw row.bad("codes", "'" + pair + "' is no pair like inPerson=1");
              }
              codes.put(sides[0].strip(), sides[1].strip());
            });
    return new Field(row.text("field"), value, codes);
  }

  String text(Facts facts) {
    if (value.startsWith("=")) {
      return value.substring(1);
    }
    String ours = facts.text(value);
    return codes.isEmpty() ? ours : codes.getOrDefault(ours, "");
  }
}
