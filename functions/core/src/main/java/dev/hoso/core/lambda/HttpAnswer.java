package dev.hoso.core.lambda;

import io.avaje.jsonb.Json;
import java.util.Map;

/** What a lean handler answers through API Gateway (payload 2.0). */
@Json
public record HttpAnswer(int statusCode, Map<String, String> headers, String body) {
  /** A JSON answer. */
  public static HttpAnswer json(int statusCode, String body) {
    return new HttpAnswer(statusCode, Map.of("content-type", "application/json"), body);
  }
}
