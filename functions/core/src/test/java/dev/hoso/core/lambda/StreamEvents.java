package dev.hoso.core.lambda;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.StreamEvent.Attribute;
import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Batches of a stream, as Lambda hands them over; sequence numbers count from 1. */
public final class StreamEvents {
  private static final Jsonb JSON = Jsonb.builder().build();
  private static final List<String> KEYS = List.of("code", "message", "id");

  private StreamEvents() {}

  public static byte[] event(Change... changes) {
    List<StreamEvent.Entry> entries = new ArrayList<>();
    for (Change change : changes) {
      entries.add(entry(change, entries.size() + 1));
    }
    return JSON.type(StreamEvent.class).toJsonBytes(new StreamEvent(entries));
  }

  private static StreamEvent.Entry entry(Change change, int number) {
    Item any = change.after().isEmpty() ? change.before() : change.after();
    return new StreamEvent.Entry(
        change.before().isEmpty() ? "INSERT" : change.after().isEmpty() ? "REMOVE" : "MODIFY",
        new StreamEvent.Images(
            Integer.toString(number), keys(any), image(change.before()), image(change.after())));
  }

  private static Map<String, Attribute> keys(Item item) {
    String key = KEYS.stream().filter(item::has).findFirst().orElseThrow();
    return Map.of(key, attribute(item.attributes().get(key)));
  }

  private static Map<String, Attribute> image(Item item) {
    return item.isEmpty() ? null : attributes(item.attributes());
  }

  private static Map<String, Attribute> attributes(Map<String, AttributeValue> values) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    values.forEach((name, value) -> attributes.put(name, attribute(value)));
    return attributes;
  }

  private static Attribute attribute(AttributeValue value) {
    return new Attribute(
        value.s(),
        value.n(),
        value.bool(),
        value.hasM() ? attributes(value.m()) : null,
        value.hasL() ? value.l().stream().map(StreamEvents::attribute).toList() : null);
  }
}
