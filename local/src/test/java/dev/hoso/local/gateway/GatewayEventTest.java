package dev.hoso.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Request;
import dev.hoso.local.template.Route;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayEventTest {
  private static ObjectNode event(
      String path, String query, String body, Optional<Claims> claims, String... headers) {
    Map<String, List<String>> all = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.merge(
          headers[i],
          List.of(headers[i + 1]),
          (one, more) -> java.util.stream.Stream.concat(one.stream(), more.stream()).toList());
    }
    Request request =
        new Request("POST", path, query, all, body.getBytes(StandardCharsets.UTF_8), "203.0.113.7");
    Route route = new Route("F", "POST", "/dossiers/{code}/payments", Optional.empty());
    return GatewayEvent.of(
        request,
        new RouteTable.Match(route, Map.of("code", "H26.15-261124-0001")),
        claims,
        URI.create("http://localhost:8080"),
        Instant.parse("2026-11-24T03:04:05.678Z"));
  }

  @Test
  void anEventIsWhatApiGatewaySends() throws IOException {
    Claims claims =
        new Claims(
            new TreeMap<>(Map.of("iss", "https://id.example", "aud", List.of("hoso"))),
            List.of("payments:write"));
    ObjectNode event =
        event(
            "/dossiers/H26.15-261124-0001/payments",
            "a=1&a=2&b=%C4%91+x&c",
            "{\"amount\":8000}",
            Optional.of(claims),
            "content-type",
            "application/json; charset=utf-8",
            "cookie",
            "one=1; two=2",
            "user-agent",
            "test",
            "x-many",
            "1",
            "x-many",
            "2");
    ((ObjectNode) event.path("requestContext")).put("requestId", "changes");
    JsonNode golden = Json.read(Files.readString(Path.of("src/test/resources/gateway-event.json")));
    assertThat(event.toPrettyString()).isEqualTo(golden.toPrettyString());
  }

  @ParameterizedTest
  @CsvSource({
    "application/json,false",
    "text/plain;charset=utf-8,false",
    "application/xml,false",
    "application/x-www-form-urlencoded,true",
    "application/octet-stream,true",
    "multipart/form-data;boundary=x,true"
  })
  void aBodyIsBase64UnlessItsTypeIsOneOfText(String type, boolean base64) {
    ObjectNode event = event("/p", "", "hello", Optional.empty(), "content-type", type);
    assertThat(event.path("isBase64Encoded").asBoolean()).isEqualTo(base64);
    assertThat(event.path("body").asText()).isEqualTo(base64 ? "aGVsbG8=" : "hello");
  }

  @Test
  void aBodyWithoutATypeIsBase64() {
    assertThat(event("/p", "", "x", Optional.empty()).path("isBase64Encoded").asBoolean()).isTrue();
  }

  @Test
  void whatIsNotThereIsLeftOut() {
    ObjectNode event = event("/p", "", "", Optional.empty());
    assertThat(event.has("body")).isFalse();
    assertThat(event.has("cookies")).isFalse();
    assertThat(event.has("queryStringParameters")).isFalse();
    assertThat(event.path("rawQueryString").asText()).isEmpty();
    assertThat(event.path("requestContext").has("authorizer")).isFalse();
  }

  @Test
  void theRawPathIsDecodedAndTheRawQueryIsNot() {
    ObjectNode event = event("/a%20b", "x=%2b+%20", "", Optional.empty());
    assertThat(event.path("rawPath").asText()).isEqualTo("/a b");
    assertThat(event.path("rawQueryString").asText()).isEqualTo("x=%2b+%20");
  }
}
