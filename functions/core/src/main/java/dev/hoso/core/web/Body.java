package dev.hoso.core.web;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.Time;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object that somebody sent, read field by field.
 *
 * <p>What is wrong is collected, so that the sender hears of everything at once: a field that
 * breaks a rule reads as null, and {@link #check} throws. A JSON library that binds to types stops
 * at the first fault, and takes {@code "4"} and {@code 4.5} for 4.
 */
public final class Body {
  private static final Argument<JsonNode> JSON = Argument.of(JsonNode.class);
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

  private static final int MOST_DIGITS = 6;
  private static final int MOST_PRECISION = 18;
  private static final JsonNode NOTHING = JsonNode.createObjectNode(Map.of());

  private final JsonNode node;
  private final String path;
  private final List<Fault> faults;

  private Body(JsonNode node, String path, List<Fault> faults) {
    this.node = node;
    this.path = path;
    this.faults = faults;
  }

  /**
   * Reads a request's body.
   *
   * @throws Invalid naming {@code body}, where it is absent or no JSON object
   */
  public static Body of(HttpRequest<?> request) {
    JsonNode node = tree(request);
    if (!node.isObject()) {
      throw new Invalid("body", "must be a JSON object");
    }
    return new Body(node, "", new ArrayList<>());
  }

  /** Where a field is, as the sender sees it: {@code documents[0].code}. */
  public String path(String name) {
    return path + name;
  }

  /** Notes a fault of a field. */
  public void fault(String name, String rule) {
    faults.add(new Fault(path(name), rule));
  }

  /**
   * Throws what was noted so far.
   *
   * @throws Invalid with all faults, in the order in which the fields were read
   */
  public void check() {
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  /** Reads a field by a rule; its faults are noted, and the value is then null. */
  public <T> @Nullable T noting(Supplier<? extends @Nullable T> rule) {
    try {
      return rule.get();
    } catch (Invalid invalid) {
      faults.addAll(invalid.faults());
      return null;
    }
  }

  /** A text; null where there is none. */
  public @Nullable String text(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isString()) {
      fault(name, "must be a text");
      return null;
    }
    return value.getStringValue();
  }

  /** A text of one line that says something; null where there is none. */
  public @Nullable String line(String name, int longest) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    if (text.isBlank() || text.length() > longest || hasControls(text)) {
      fault(name, "must be one line of 1 to " + longest + " characters");
      return null;
    }
    return text.strip();
  }

  /** The same for a text that must be there. */
  public @Nullable String requiredLine(String name, int longest) {
    if (!has(name)) {
      fault(name, "is required: one line of 1 to " + longest + " characters");
    }
    return line(name, longest);
  }

  /** Texts, at most so many; none where there is no list. */
  public List<String> texts(String name, int most) {
    JsonNode list = value(name);
    if (list == null) {
      return List.of();
    }
    if (!list.isArray() || list.size() > most) {
      fault(name, "must be a list of at most " + most + " texts");
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list.values()) {
      if (value.isString()) {
        texts.add(value.getStringValue());
      } else {
        fault(name + "[" + texts.size() + "]", "must be a text");
      }
    }
    return texts;
  }

  /** A whole number; null where there is none. */
  public @Nullable Long wholeNumber(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!value.isNumber() || !whole(value.getNumberValue())) {
      fault(name, "must be a whole number");
      return null;
    }
    return value.getLongValue();
  }

  /** A number with at most six digits after its point; null where there is none. */
  public @Nullable BigDecimal decimal(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    BigDecimal number = value.isNumber() ? new BigDecimal(value.coerceStringValue()) : null;
    if (number == null || number.scale() > MOST_DIGITS || number.precision() > MOST_PRECISION) {
      fault(name, "must be a number with at most 6 digits after its point");
      return null;
    }
    return number;
  }

  /** A day like 2026-11-24; null where there is none. */
  public @Nullable LocalDate day(String name) {
    String text = text(name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      fault(name, "must be a day like 2026-11-24");
      return null;
    }
  }

  /** A flag; the other value where there is none. */
  public boolean flag(String name, boolean otherwise) {
    JsonNode value = value(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.isBoolean()) {
      fault(name, "must be true or false");
      return otherwise;
    }
    return value.getBooleanValue();
  }

  /** A time of this century; null where there is none. */
  public @Nullable Instant time(String name) {
    String text = text(name);
    Instant time = noting(() -> Time.parse(path(name), text));
    if (time != null && !inThisCentury(time)) {
      fault(name, "must be a time from 2000 to 2099");
      return null;
    }
    return time;
  }

  /** An object; one without fields where there is none, so that each of its rules speaks. */
  public Body object(String name) {
    JsonNode value = value(name);
    return inside(value == null ? NOTHING : value, path(name));
  }

  /** Whether there is something under that name. */
  public boolean has(String name) {
    return value(name) != null;
  }

  /** The names of all its fields, in the order in which they were sent. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.entries().forEach(entry -> names.add(entry.getKey()));
    return names;
  }

  /** Objects, at most so many; none where there is no list. */
  public List<Body> objects(String name, int most) {
    JsonNode list = value(name);
    if (list == null) {
      return List.of();
    }
    if (!list.isArray() || list.size() > most) {
      fault(name, "must be a list of at most " + most + " objects");
      return List.of();
    }
    List<Body> objects = new ArrayList<>();
    for (JsonNode value : list.values()) {
      objects.add(inside(value, path(name) + "[" + objects.size() + "]"));
    }
    return objects;
  }

  private Body inside(JsonNode value, String at) {
    if (!value.isObject()) {
      faults.add(new Fault(at, "must be an object"));
      // Its fields cannot be missed: what is wrong has been said.
      return new Body(NOTHING, at + ".", new ArrayList<>());
    }
    return new Body(value, at + ".", faults);
  }

  private @Nullable JsonNode value(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private static boolean inThisCentury(Instant time) {
    return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  private static boolean whole(Number number) {
    return number instanceof Integer
        || number instanceof Long
        || (number instanceof BigInteger big && big.bitLength() < Long.SIZE);
  }

  private static JsonNode tree(HttpRequest<?> request) {
    try {
      return request.getBody(JSON).orElseGet(JsonNode::nullNode);
    } catch (CodecException | ConversionErrorException e) {
      throw new Invalid("body", "must be a JSON object, and cannot be read as JSON");
    }
  }
}
