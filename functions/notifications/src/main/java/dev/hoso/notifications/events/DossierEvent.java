package dev.hoso.notifications.events;

import dev.hoso.core.EventType;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Sha256;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a dossier, as a CloudEvent 1.0 in JSON
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md).
 *
 * @param id the same whenever the same thing is told again, and nothing else has it
 * @param source the city, by its citizens' address: one for each deployment
 * @param subject the dossier's code
 * @param time when the dossier was changed
 * @param sequence where it stands among the dossier's events, as a text that sorts so
 *     (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/extensions/sequence.md): the
 *     dossier's version in ten digits, and the place among what happened in that change
 * @param data the procedure, the unit and the status after the change, and what the type has beside
 */
@Json
public record DossierEvent(
    String specversion,
    String id,
    String source,
    String type,
    String subject,
    String time,
    String sequence,
    String datacontenttype,
    Map<String, Object> data) {
  private static final JsonType<DossierEvent> JSON = JsonTypes.of(DossierEvent.class);

  /** Dots would be ambiguous in what Standard Webhooks sign, so there are none in it. */
  private static final String ID = "evt_";

  private static final int DIGITS = 32;

  /**
   * An event of a change.
   *
   * @param dossier after it
   * @param place among the events of the change, from 0
   * @param what of several that the type names, such as a payment; empty where there is but one
   * @param more of the data; what is null is left out
   */
  static DossierEvent of(
      String source,
      Item dossier,
      int place,
      EventType type,
      String what,
      Map<String, ? extends @Nullable Object> more) {
    String code = dossier.text("code");
    long version = dossier.number("version");
    return new DossierEvent(
        "1.0",
        id(code + "\n" + version + "\n" + type.code() + "\n" + what),
        source,
        type.code(),
        code,
        Time.text(dossier.time("updatedAt")),
        "%010d-%02d".formatted(version, place),
        "application/json",
        data(dossier, more));
  }

  private static String id(String name) {
    return ID + Sha256.hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
  }

  private static Map<String, Object> data(
      Item dossier, Map<String, ? extends @Nullable Object> more) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("procedure", dossier.text("procedure"));
    data.put("unit", dossier.text("unit"));
    data.put("status", dossier.number("status"));
    more.forEach(
        (name, value) -> {
          if (value != null) {
            data.put(name, value instanceof Instant time ? Time.text(time) : value);
          }
        });
    return data;
  }

  /** As it is published. */
  Notice notice() {
    return new Notice(
        subject,
        sequence,
        JSON.toJson(this),
        type,
        String.valueOf(data.get("unit")),
        String.valueOf(data.get("procedure")),
        String.valueOf(data.get("status")));
  }
}
