package dev.hoso.payments.gateways;

import dev.hoso.core.JsonTypes;
import io.avaje.jsonb.JsonType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway is asked over HTTP.
 *
 * @param body null for a question without one
 */
record Question(
    String gateway,
    String method,
    URI address,
    Map<String, String> headers,
    @Nullable String body) {
  private static final JsonType<Object> JSON = JsonTypes.of(Object.class);

  static Question get(String gateway, String address, Map<String, String> headers) {
    return new Question(gateway, "GET", URI.create(address), headers, null);
  }

  /** With a body of JSON: texts, whole numbers, flags, lists and maps. */
  static Question json(
      String gateway, String address, Map<String, String> headers, Map<String, ?> body) {
    return new Question(
        gateway,
        "POST",
        URI.create(address),
        with(headers, "application/json"),
        JSON.toJson(new LinkedHashMap<>(body)));
  }

  /** With a body as a form sends it. */
  static Question form(
      String gateway, String address, Map<String, String> headers, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return new Question(
        gateway,
        "POST",
        URI.create(address),
        with(headers, "application/x-www-form-urlencoded"),
        body);
  }

  private static Map<String, String> with(Map<String, String> headers, String contentType) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put("Content-Type", contentType);
    return all;
  }

  /** A text as a part of an address or of a form. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
