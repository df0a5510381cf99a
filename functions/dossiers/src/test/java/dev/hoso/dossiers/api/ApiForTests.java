package dev.hoso.dossiers.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.web.ApiFunctions;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The API as Lambda runs it, on tables of its own: events in, answers out. */
final class ApiForTests {
  /** A Tuesday after Tết 2026, at half past two. */
  static final Instant NOW = Instant.parse("2026-03-10T07:30:00Z");

  final Table dossiers = DynamoForTests.table("Dossiers");
  final Table messages = DynamoForTests.table("Messages");
  final Table operations = DynamoForTests.table("Operations");
  private final APIGatewayV2HTTPEventFunction function;

  ApiForTests() {
    function =
        ApiFunctions.with(
            Map.of(
                "HOSO_DOSSIERS_TABLE", dossiers.name(),
                "HOSO_MESSAGES_TABLE", messages.name(),
                "HOSO_OPERATIONS_TABLE", operations.name(),
                "HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn"),
            dossiers.dynamo(),
            InstantSource.fixed(NOW));
  }

  /** An answer, as API Gateway gets it. */
  record Answer(int status, Map<String, String> headers, String body) {
    JsonNode json() {
      try {
        return JsonMapper.createDefault().readValue(body, JsonNode.class);
      } catch (IOException e) {
        throw new UncheckedIOException(body, e);
      }
    }

    String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }
  }

  Answer put(String code, String body, String... headers) {
    return call("PUT", "/dossiers/" + code, body, headers);
  }

  Answer status(String code, String body, String... headers) {
    return call("POST", "/dossiers/" + code + "/status", body, headers);
  }

  Answer get(String path) {
    return call("GET", path, null);
  }

  /** Headers as name, value, name, value; a body without a content type is JSON. */
  Answer call(String method, String path, String body, String... headers) {
    String[] parts = path.split("\\?", 2);
    APIGatewayV2HTTPEvent event = event(method, parts[0], parts.length > 1 ? parts[1] : "");
    Map<String, String> all = new LinkedHashMap<>();
    if (body != null) {
      all.put("content-type", "application/json");
      event.setBody(Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
      event.setIsBase64Encoded(true);
    }
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i].toLowerCase(Locale.ROOT), headers[i + 1]);
    }
    event.setHeaders(all);
    return answer(function.handleRequest(event, new MockLambdaContext()));
  }

  private static APIGatewayV2HTTPEvent event(String method, String path, String query) {
    APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
    event.setVersion("2.0");
    event.setRawPath(path);
    event.setRawQueryString(query);
    event.setQueryStringParameters(query(query));
    event.setRequestContext(
        APIGatewayV2HTTPEvent.RequestContext.builder()
            .withHttp(
                APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                    .withMethod(method)
                    .withPath(path)
                    .withProtocol("HTTP/1.1")
                    .build())
            .build());
    return event;
  }

  private static Map<String, String> query(String query) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        all.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return all;
  }

  private static Answer answer(APIGatewayV2HTTPResponse response) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (response.getHeaders() != null) {
      response.getHeaders().forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v));
    }
    String body = response.getBody() == null ? "" : response.getBody();
    String text =
        response.getIsBase64Encoded()
            ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
            : body;
    return new Answer(response.getStatusCode(), headers, text);
  }
}
