package dev.hoso.notifications.push;

import dev.hoso.core.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.Map;
import java.util.TreeMap;

/**
 * What SNS wants for a device: a text for each platform that it may be on, those of Google and
 * Apple in JSON of their own
 * (docs.aws.amazon.com/sns/latest/dg/sns-send-custom-platform-specific-payloads-mobile-devices.html).
 */
@Json
public record PushPayload(
    @Json.Property("default") String text,
    @Json.Property("GCM") String google,
    @Json.Property("APNS") String apple,
    @Json.Property("APNS_SANDBOX") String appleSandbox) {
  /** What Google and Apple take at most, in bytes. */
  static final int LARGEST = 4096;

  private static final JsonType<PushPayload> PAYLOADS = JsonTypes.of(PushPayload.class);
  private static final JsonType<Object> ANY = JsonTypes.of(Object.class);

  /**
   * A notice.
   *
   * @param data for the app: which dossier it is about, and what names the message
   */
  static PushPayload of(String title, String text, Map<String, String> data) {
    Map<String, String> shown = sorted(Map.of("title", title, "body", text));
    String name = data.getOrDefault("message", "");
    // A notice with the same tag takes the place of the one before: a repeated one is shown once.
    Map<String, Object> android = Map.of("notification", Map.of("tag", name));
    Map<String, Object> message =
        sorted(Map.of("notification", shown, "data", data, "android", android));
    Map<String, Object> apple = sorted(data);
    apple.put("aps", sorted(Map.of("alert", shown, "sound", "default")));
    String forApple = ANY.toJson(apple);
    return new PushPayload(
        text, ANY.toJson(Map.of("fcmV1Message", Map.of("message", message))), forApple, forApple);
  }

  private static <T> Map<String, T> sorted(Map<String, ? extends T> map) {
    return new TreeMap<>(map);
  }

  String json() {
    return PAYLOADS.toJson(this);
  }
}
