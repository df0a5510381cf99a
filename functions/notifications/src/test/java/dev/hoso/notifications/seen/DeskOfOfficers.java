package dev.hoso.notifications.seen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.OpenApi;
import dev.hoso.core.dynamo.Table;
import dev.hoso.notifications.CityForTests;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The handler as API Gateway calls it. */
final class DeskOfOfficers {
  private static final OpenApi OPEN_API = OpenApi.read();
  private static final JsonType<Map<String, Object>> JSON =
      Jsonb.builder().build().type(Object.class).map();
  private final CityForTests city;
  private final SeenHandler handler;
  private final Map<String, Object> context = new HashMap<>();

  DeskOfOfficers(CityForTests city) {
    this.city = city;
    this.handler = new SeenHandler(city.settings, city.table.dynamo(), city.clock);
  }

  record Answer(int status, String body) {}

  String dossier() {
    return "H26.15-261123-0042";
  }

  Table dossiers() {
    return city.dossiers;
  }

  Answer show() {
    return call("GET", null, "", Map.of("accept", "application/json"), "");
  }

  Answer page(String query) {
    return call("GET", null, query, Map.of("accept", "text/html,*/*"), "");
  }

  /** The page as an officer sees it whose token names these scopes. */
  Answer pageOf(String scopes) {
    context.put("authorizer", Map.of("jwt", Map.of("claims", Map.of("scope", scopes))));
    return page("");
  }

  Answer resend(String id, String body, @Nullable String key) {
    Map<String, String> headers = new HashMap<>(Map.of("content-type", "application/json"));
    if (key != null) {
      headers.put("idempotency-key", key);
    }
    return call("POST", id, "", headers, body);
  }

  Answer form(String id, String body, @Nullable String site) {
    Map<String, String> headers =
        new HashMap<>(Map.of("content-type", "application/x-www-form-urlencoded"));
    if (site != null) {
      headers.put("sec-fetch-site", site);
    }
    return call("POST", id, "", headers, body);
  }

  private Answer call(
      String method, @Nullable String id, String query, Map<String, String> headers, String body) {
    Map<String, Object> event = new HashMap<>();
    context.put("http", Map.of("method", method, "sourceIp", "203.0.113.7"));
    event.put("requestContext", context);
    event.put("rawPath", "/dossiers/" + dossier() + "/messages");
    event.put("rawQueryString", query);
    event.put("headers", headers);
    event.put(
        "pathParameters",
        id == null ? Map.of("code", dossier()) : Map.of("code", dossier(), "message", id));
    event.put("body", body);
    event.put("isBase64Encoded", false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      byte[] bytes = JSON.toJson(event).getBytes(StandardCharsets.UTF_8);
      handler.handleRequest(new ByteArrayInputStream(bytes), out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> answer = JSON.fromJson(out.toString(StandardCharsets.UTF_8));
    String shown = "/dossiers/{code}/messages";
    assertThat(
            OPEN_API.faults(
                id == null ? "GET " + shown : "POST " + shown + "/{message}/resend", answer))
        .isEmpty();
    return new Answer(((Number) answer.get("statusCode")).intValue(), (String) answer.get("body"));
  }
}
