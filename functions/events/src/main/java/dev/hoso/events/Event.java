package dev.hoso.events;

import dev.hoso.core.JsonTypes;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.Map;

/**
 * Something that happened to a dossier.
 *
 * @param id as it is told by; the same however often
 * @param sequence sorts as the dossier's events happened
 * @param unit that has the dossier
 * @param body the CloudEvent as it came from the topic, byte for byte what subscribers get
 */
public record Event(
    String dossier,
    String sequence,
    String id,
    String type,
    String unit,
    Instant time,
    String body) {
  private static final JsonType<CloudEvent> JSON = JsonTypes.of(CloudEvent.class);

  /** Of a CloudEvent what is needed here. */
  @Json
  public record CloudEvent(
      String subject, String sequence, String id, String type, String time, Data data) {}

  /** Of its data, too. */
  @Json
  public record Data(String unit) {}

  /** Reads what came from the topic. */
  public static Event read(String body) {
    CloudEvent event = JSON.fromJson(body);
    return new Event(
        event.subject(),
        event.sequence(),
        event.id(),
        event.type(),
        event.data().unit(),
        Time.instant(event.time()),
        body);
  }

  public static Event of(Item item) {
    return read(item.text("body"));
  }

  Map<String, String> key() {
    return Map.of("dossier", dossier, "sequence", sequence);
  }
}
