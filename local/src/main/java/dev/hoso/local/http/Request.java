package dev.hoso.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param rawPath still encoded
 * @param rawQuery byte for byte, empty if there is none
 * @param headers names in lower case
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares requests.
public record Request(
    String method,
    String rawPath,
    String rawQuery,
    Map<String, List<String>> headers,
    byte[] body,
    String sourceIp) {

  /** The header, several values joined by commas. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> String.join(",", values));
  }

  /** The query's parameters, decoded; of a repeated one the last. */
  public Map<String, String> query() {
    return form(rawQuery);
  }

  /** The body's fields if it is a form's. */
  public Map<String, String> form() {
    return form(text());
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Reads {@code a=1&b=2}. */
  public static Map<String, String> form(String encoded) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        fields.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // A stray % is somebody's text, not our error.
    }
  }
}
