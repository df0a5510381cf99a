package dev.hoso.local.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What goes back over HTTP. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares answers.
public record Answer(int status, List<Header> headers, byte[] body) {
  /** One header; a name may occur more than once. */
  public record Header(String name, String value) {}

  /** Nothing: the connection is closed without a word. */
  public static final Answer NONE = new Answer(0, List.of(), new byte[0]);

  public static Answer of(int status, String contentType, String body) {
    return new Answer(
        status,
        List.of(new Header("content-type", contentType)),
        body.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer json(int status, JsonNode body) {
    return new Answer(
        status, List.of(new Header("content-type", "application/json")), Json.bytes(body));
  }

  public static Answer html(String body) {
    return of(200, "text/html; charset=utf-8", body);
  }

  /** API Gateway's own form of an error. */
  public static Answer message(int status, String message) {
    return json(status, Json.object().put("message", message));
  }

  /** See other: what a form's post is answered with, so that a reload posts nothing. */
  public static Answer redirect(String to) {
    return new Answer(303, List.of(new Header("location", to)), new byte[0]);
  }

  /** An RFC 9457 problem that names the wrong field. */
  public static Answer problem(String field, String detail) {
    JsonNode problem =
        Json.object()
            .put("type", "https://hoso.dev/problems/invalid")
            .put("title", "Invalid request")
            .put("status", 400)
            .put("field", field)
            .put("detail", detail);
    return new Answer(
        400, List.of(new Header("content-type", "application/problem+json")), Json.bytes(problem));
  }

  /** The same answer with one more header. */
  public Answer with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Answer(status, more, body);
  }
}
