package dev.hoso.portal.protocol;

import dev.hoso.core.JsonTypes;
import dev.hoso.core.calls.PartnerCalls;
import io.avaje.jsonb.JsonType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the portal: an object with {@code error_code}, and more by service.
 *
 * @param fields as they came
 */
record Reply(Map<?, ?> fields) {
  private static final JsonType<Object> JSON = JsonTypes.of(Object.class);
  private static final int UNAUTHORISED = 401;

  /** What the exchange platform answers with, which knows no error_code (RFC 6749, 5.1). */
  static final String TOKEN = "access_token";

  /**
   * Reads an answer.
   *
   * @throws PortalTrouble where it is none of the portal's
   */
  static Reply of(PartnerCalls.Answer answer) {
    if (answer.status() == UNAUTHORISED) {
      return new Reply(Map.of("error_code", String.valueOf(UNAUTHORISED)));
    }
    Object read = read(answer);
    if (read instanceof Map<?, ?> fields
        && (fields.containsKey("error_code") || fields.containsKey(TOKEN))) {
      return new Reply(fields);
    }
    throw new PortalTrouble("HTTP " + answer.status() + " with something that is no answer");
  }

  private static @Nullable Object read(PartnerCalls.Answer answer) {
    try {
      return JSON.fromJson(answer.body());
    } catch (RuntimeException e) { // The reader's own: whatever is wrong, it is no answer.
      return null;
    }
  }

  /** The code of all of it. */
  String code() {
    return text(fields, "error_code");
  }

  /** What the portal says in words, of all of it. */
  String words() {
    return words(fields);
  }

  static String words(Map<?, ?> said) {
    String words = text(said, "message");
    return words.isEmpty() ? "error_code " + text(said, "error_code") : words;
  }

  /** What it says or shows of single dossiers; none where it says nothing of any. */
  List<Map<?, ?>> result() {
    return objects(fields.get("result"));
  }

  /** The objects of a list; none where it is none. */
  static List<Map<?, ?>> objects(@Nullable Object list) {
    return list instanceof List<?> elements
        ? elements.stream()
            .<Map<?, ?>>mapMulti(
                (it, next) -> {
                  if (it instanceof Map<?, ?> object) {
                    next.accept(object);
                  }
                })
            .toList()
        : List.of();
  }

  /** A field as a text, whether it was one or a number; empty where it is neither. */
  static String text(Map<?, ?> object, String name) {
    Object value = object.get(name);
    if (value instanceof Number number) {
      return String.valueOf(number.longValue());
    }
    return value instanceof String text ? text : "";
  }
}
