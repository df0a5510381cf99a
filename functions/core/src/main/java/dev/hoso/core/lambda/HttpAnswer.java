package dev.hoso.core.lambda;

import dev.hoso.core.JsonTypes;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.util.Map;
import java.util.TreeMap;

/** What a lean handler answers through API Gateway (payload 2.0). */
@Json
public record HttpAnswer(int statusCode, Map<String, String> headers, String body) {
  /** An answer whose status says all. */
  public static HttpAnswer empty(int statusCode) {
    return new HttpAnswer(statusCode, Map.of(), "");
  }

  /** A JSON answer. */
  public static HttpAnswer json(int statusCode, String body) {
    return new HttpAnswer(statusCode, Map.of("content-type", "application/json"), body);
  }

  /**
   * A problem (RFC 9457), as the functions with controllers answer them.
   *
   * @param type stable name of this kind of problem: becomes {@code urn:hoso:problem:<type>}
   * @param detail what is wrong and what to do, for people
   */
  public static HttpAnswer problem(int statusCode, String type, String title, String detail) {
    JsonType<Object> json = JsonTypes.of(Object.class);
    Map<String, Object> problem =
        new TreeMap<>(
            Map.of(
                "type",
                "urn:hoso:problem:" + type,
                "title",
                title,
                "status",
                statusCode,
                "detail",
                detail));
    return new HttpAnswer(
        statusCode, Map.of("content-type", "application/problem+json"), json.toJson(problem));
  }
}
