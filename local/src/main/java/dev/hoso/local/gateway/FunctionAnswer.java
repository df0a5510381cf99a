package dev.hoso.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A function's answer in payload format 2.0, or in its short form without a status. */
final class FunctionAnswer {
  /** The server sets these itself. */
  private static final Set<String> OURS =
      Set.of("content-length", "connection", "transfer-encoding", "date");

  private FunctionAnswer() {}

  /**
   * Reads the answer.
   *
   * @throws java.io.UncheckedIOException if it is not JSON
   * @throws IllegalArgumentException if it is no answer
   */
  static Answer read(byte[] json) {
    JsonNode answer = Json.read(json);
    if (!answer.has("statusCode")) {
      return Answer.of(200, "application/json", shorthand(answer, json));
    }
    List<Answer.Header> headers = new ArrayList<>();
    for (Map.Entry<String, JsonNode> header : answer.path("headers").properties()) {
      if (!OURS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        headers.add(
            new Answer.Header(
                header.getKey().toLowerCase(Locale.ROOT), header.getValue().asText()));
      }
    }
    if (headers.stream().noneMatch(header -> header.name().equals("content-type"))) {
      headers.add(new Answer.Header("content-type", "text/plain;charset=utf-8"));
    }
    answer
        .path("cookies")
        .forEach(cookie -> headers.add(new Answer.Header("set-cookie", cookie.asText())));
    return new Answer(answer.path("statusCode").asInt(500), headers, body(answer));
  }

  private static String shorthand(JsonNode answer, byte[] json) {
    return answer.isTextual() ? answer.asText() : new String(json, StandardCharsets.UTF_8);
  }

  private static byte[] body(JsonNode answer) {
    String body = answer.path("body").asText("");
    if (answer.path("body").isNull()) {
      return new byte[0];
    }
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }
}
