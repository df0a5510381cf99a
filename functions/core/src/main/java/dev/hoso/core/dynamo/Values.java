package dev.hoso.core.dynamo;

import dev.hoso.core.Time;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What our values are as attributes. */
public final class Values {
  private Values() {}

  /**
   * The attribute of a value: text, whole numbers, flags, times (as {@link Time#text}), and lists
   * and maps of these.
   *
   * @throws IllegalArgumentException for anything else, such as a fraction: there are none in Hoso
   */
  public static AttributeValue of(Object value) {
    return switch (value) {
      case AttributeValue attribute -> attribute;
      case Item item -> AttributeValue.fromM(item.attributes());
      case String text -> AttributeValue.fromS(text);
      case Boolean flag -> AttributeValue.fromBool(flag);
      case Integer number -> AttributeValue.fromN(number.toString());
      case Long number -> AttributeValue.fromN(number.toString());
      case Instant instant -> AttributeValue.fromS(Time.text(instant));
      case Map<?, ?> map -> AttributeValue.fromM(map(map));
      case Collection<?> list -> AttributeValue.fromL(list.stream().map(Values::of).toList());
      default -> throw new IllegalArgumentException("No attribute is made of " + value.getClass());
    };
  }

  private static Map<String, AttributeValue> map(Map<?, ?> map) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    map.forEach((name, value) -> attributes.put((String) name, of(value)));
    return attributes;
  }
}
