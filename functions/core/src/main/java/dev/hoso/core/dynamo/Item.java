package dev.hoso.core.dynamo;

import dev.hoso.core.Time;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of a table, read by the names of its attributes.
 *
 * <p>An attribute that must be there and is not is a fault of ours: {@link IllegalStateException}
 * names it.
 */
public record Item(Map<String, AttributeValue> attributes) {
  /** No attributes; what a read gives that found nothing. */
  public static final Item EMPTY = new Item(Map.of());

  /** The item with these values; those that are null are left out. See {@link Values#of}. */
  public static Item of(Map<String, ? extends @Nullable Object> values) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value != null) {
            attributes.put(name, Values.of(value));
          }
        });
    return new Item(attributes);
  }

  public boolean isEmpty() {
    return attributes.isEmpty();
  }

  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** A text that must be there. */
  public String text(String name) {
    return required(name, attribute(name).map(AttributeValue::s));
  }

  public @Nullable String textOrNull(String name) {
    return attribute(name).map(AttributeValue::s).orElse(null);
  }

  /** A whole number that must be there. */
  public long number(String name) {
    return Long.parseLong(required(name, attribute(name).map(AttributeValue::n)));
  }

  public long numberOr(String name, long otherwise) {
    return attribute(name).map(AttributeValue::n).map(Long::parseLong).orElse(otherwise);
  }

  /** Whether a flag is set; one that is not there is not. */
  public boolean flag(String name) {
    return attribute(name).map(AttributeValue::bool).orElse(false);
  }

  /** A time that must be there. */
  public Instant time(String name) {
    return Time.instant(text(name));
  }

  public @Nullable Instant timeOrNull(String name) {
    return attribute(name).map(AttributeValue::s).map(Time::instant).orElse(null);
  }

  /** A map inside the item; empty where it is not there. */
  public Item map(String name) {
    return attribute(name)
        .filter(AttributeValue::hasM)
        .map(value -> new Item(value.m()))
        .orElse(EMPTY);
  }

  /** A list of maps inside the item; empty where it is not there. */
  public List<Item> list(String name) {
    return attribute(name).filter(AttributeValue::hasL).stream()
        .flatMap(value -> value.l().stream())
        .map(value -> new Item(value.m()))
        .toList();
  }

  private Optional<AttributeValue> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  private static String required(String name, Optional<String> value) {
    return value.orElseThrow(
        () -> new IllegalStateException("The attribute " + name + " is missing"));
  }
}
