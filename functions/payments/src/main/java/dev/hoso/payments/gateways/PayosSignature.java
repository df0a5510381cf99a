package dev.hoso.payments.gateways;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What payOS signs of {@code data}: all that is in it, sorted by name, as its Node library writes
 * it (payOSHQ/payos-lib-node, convert-obj-to-query-str): {@code name=value} joined by {@code &},
 * not encoded; nothing for null and for the texts "null" and "undefined". Its Java library signs a
 * fixed set of fields instead and disagrees where one is absent or new.
 */
final class PayosSignature {
  /** What is signed is rarely longer. */
  private static final int USUAL_LENGTH = 512;

  private PayosSignature() {}

  /** The text that is signed. */
  static String text(Json.Fields data) {
    String[] names = data.fields().keySet().toArray(String[]::new);
    Arrays.sort(names);
    StringBuilder text = new StringBuilder(USUAL_LENGTH);
    for (String name : names) {
      if (!text.isEmpty()) {
        text.append('&');
      }
      text.append(name).append('=').append(value(data.get(name)));
    }
    return text.toString();
  }

  private static String value(Json value) {
    return switch (value) {
      case Json.Text text ->
          text.value().equals("null") || text.value().equals("undefined") ? "" : text.value();
      case Json.Elements list ->
          list.elements().stream()
              .map(PayosSignature::sorted)
              .collect(Collectors.joining(",", "[", "]"));
      // What JavaScript makes of an object where it needs a text.
      case Json.Fields object -> "[object Object]";
      case Json.Nothing nothing -> "";
      case Json.Digits number -> number.written();
      case Json.Flag flag -> Boolean.toString(flag.value());
    };
  }

  /** An object of a list, sorted by name; inside of it the order stays. */
  private static String sorted(Json element) {
    if (!(element instanceof Json.Fields object)) {
      return written(element);
    }
    return written(new Json.Fields(new TreeMap<>(object.fields())));
  }

  private static String written(Json value) {
    return switch (value) {
      case Json.Text text -> quoted(text.value());
      case Json.Elements list ->
          list.elements().stream()
              .map(PayosSignature::written)
              .collect(Collectors.joining(",", "[", "]"));
      case Json.Fields object ->
          object.fields().entrySet().stream()
              .map(field -> quoted(field.getKey()) + ":" + written(field.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Json.Nothing nothing -> "null";
      case Json.Digits number -> number.written();
      case Json.Flag flag -> Boolean.toString(flag.value());
    };
  }

  /** As JavaScript's {@code JSON.stringify} does. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().forEach(character -> quoted.append(escaped((char) character)));
    return quoted.append('"').toString();
  }

  private static String escaped(char character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> character < ' ' ? "\\u%04x".formatted((int) character) : String.valueOf(character);
    };
  }
}
