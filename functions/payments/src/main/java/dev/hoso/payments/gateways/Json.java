package dev.hoso.payments.gateways;

import dev.hoso.payments.Confirmation.Said;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of JSON that was received, as it was written: numbers are the text that they were sent
 * as, because gateways sign that, and because a double is not exact above 2^53.
 *
 * <p>What has a field that is absent, or is something else than asked for, reads as absent; what is
 * not asked for is kept nowhere and trusted nowhere.
 */
public sealed interface Json {
  /**
   * Reads what was received.
   *
   * @throws Unreadable where it is not JSON (RFC 8259) in UTF-8, is nested too deep, or names
   *     anything twice in one object
   */
  static Json read(byte[] utf8) {
    return JsonReading.of(utf8);
  }

  /** The same for a text inside of JSON. */
  static Json read(String text) {
    return JsonReading.of(text);
  }

  /** An object's fields, in the order in which they came: payOS signs it. */
  record Fields(Map<String, Json> fields) implements Json {}

  /** A list. */
  record Elements(List<Json> elements) implements Json {}

  /** A text, its escapes resolved. */
  record Text(String value) implements Json {}

  /** A number, as it was written. */
  record Digits(String written) implements Json {}

  /** True or false. */
  record Flag(boolean value) implements Json {}

  /** Null, and what is not there. */
  enum Nothing implements Json {
    NOTHING
  }

  /** A field; {@link Nothing} where there is none. */
  default Json get(String name) {
    Json value = this instanceof Fields object ? object.fields().get(name) : null;
    return value == null ? Nothing.NOTHING : value;
  }

  /** A field that is a text; null where it is none. */
  default @Nullable String text(String name) {
    return get(name) instanceof Text text ? text.value() : null;
  }

  /** A field that is a text or a number, as it was written; null where it is neither. */
  default @Nullable String written(String name) {
    Json value = get(name);
    if (value instanceof Text text) {
      return text.value();
    }
    return value instanceof Digits number ? number.written() : null;
  }

  /**
   * A field that is an amount: a whole number of at most 18 digits, or a text of them; {@link
   * Said#NO_AMOUNT} where it is none.
   */
  default long amount(String name) {
    return Amounts.whole(written(name));
  }

  /** Whether a field is true. */
  default boolean isTrue(String name) {
    return get(name) instanceof Flag flag && flag.value();
  }

  /** Whether it is an object. */
  default boolean isObject() {
    return this instanceof Fields;
  }
}
