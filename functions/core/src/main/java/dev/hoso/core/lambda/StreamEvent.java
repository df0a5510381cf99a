package dev.hoso.core.lambda;

import io.avaje.jsonb.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A batch of a DynamoDB stream, as Lambda hands it over. */
@Json
public record StreamEvent(@Json.Property("Records") List<Entry> records) {

  /** One change of one item. */
  @Json
  public record Entry(String eventName, Images dynamodb) {}

  /** The item before and after. */
  @Json
  public record Images(
      @Json.Property("SequenceNumber") String sequenceNumber,
      @Json.Property("Keys") Map<String, Attribute> keys,
      @Json.Property("OldImage") @Nullable Map<String, Attribute> oldImage,
      @Json.Property("NewImage") @Nullable Map<String, Attribute> newImage) {}

  /** An attribute in DynamoDB's JSON; Hoso's items have no other kinds. */
  @Json
  public record Attribute(
      @Json.Property("S") @Nullable String s,
      @Json.Property("N") @Nullable String n,
      @Json.Property("BOOL") @Nullable Boolean bool,
      @Json.Property("M") @Nullable Map<String, Attribute> m,
      @Json.Property("L") @Nullable List<Attribute> l) {

    AttributeValue value() {
      AttributeValue.Builder value = AttributeValue.builder().s(s).n(n).bool(bool);
      if (m != null) {
        value.m(values(m));
      }
      if (l != null) {
        value.l(l.stream().map(Attribute::value).toList());
      }
      return value.build();
    }

    static Map<String, AttributeValue> values(Map<String, Attribute> attributes) {
      Map<String, AttributeValue> values = new LinkedHashMap<>();
      attributes.forEach((name, attribute) -> values.put(name, attribute.value()));
      return values;
    }
  }
}
