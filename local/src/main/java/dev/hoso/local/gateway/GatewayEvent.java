package dev.hoso.local.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Request;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The event of a request, in payload format 2.0
 * (docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html).
 * What that page leaves open was taken from captures of the real service: {@code rawPath} is
 * decoded, {@code cookie} is no header, and a body is text only for the types of {@link #isText}.
 */
final class GatewayEvent {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private GatewayEvent() {}

  /**
   * Makes the event.
   *
   * @param claims of the token, if the route asked for one
   */
  static ObjectNode of(
      Request request, RouteTable.Match match, Optional<Claims> claims, URI address, Instant now) {
    ObjectNode event = Json.object();
    event.put("version", "2.0").put("routeKey", match.route().key());
    event.put("rawPath", RouteTable.decode(request.rawPath()));
    event.put("rawQueryString", request.rawQuery());
    cookies(request, event);
    headers(request, address, event.putObject("headers"));
    if (!request.rawQuery().isEmpty()) {
      putAll(event.putObject("queryStringParameters"), joined(request.rawQuery()));
    }
    context(request, match, claims, address, now, event.putObject("requestContext"));
    if (!match.variables().isEmpty()) {
      putAll(event.putObject("pathParameters"), match.variables());
    }
    body(request, event);
    return event;
  }

  private static void cookies(Request request, ObjectNode event) {
    List<String> lines = request.headers().getOrDefault("cookie", List.of());
    if (!lines.isEmpty()) {
      ArrayNode cookies = event.putArray("cookies");
      lines.forEach(line -> List.of(line.split("; *")).forEach(cookies::add));
    }
  }

  private static void headers(Request request, URI address, ObjectNode headers) {
    request.headers().forEach((name, values) -> headers.put(name, String.join(",", values)));
    headers.remove(List.of("cookie", "connection", "transfer-encoding", "upgrade"));
    String before = headers.path("x-forwarded-for").asText();
    headers.put(
        "x-forwarded-for",
        before.isEmpty() ? request.sourceIp() : before + ", " + request.sourceIp());
    headers.put("x-forwarded-port", String.valueOf(address.getPort()));
    headers.put("x-forwarded-proto", address.getScheme());
  }

  /** A repeated name's values are joined by commas, which is why signatures need the raw query. */
  private static Map<String, String> joined(String rawQuery) {
    Map<String, String> joined = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      Request.form(pair)
          .forEach((name, value) -> joined.merge(name, value, (one, other) -> one + "," + other));
    }
    return joined;
  }

  private static void context(
      Request request,
      RouteTable.Match match,
      Optional<Claims> claims,
      URI address,
      Instant now,
      ObjectNode context) {
    context.put("accountId", "000000000000").put("apiId", "local");
    claims.ifPresent(found -> found.write(context.putObject("authorizer").putObject("jwt")));
    context.put("domainName", address.getHost()).put("domainPrefix", address.getHost());
    context
        .putObject("http")
        .put("method", request.method())
        .put("path", RouteTable.decode(request.rawPath()))
        .put("protocol", "HTTP/1.1")
        .put("sourceIp", request.sourceIp())
        .put("userAgent", request.header("user-agent").orElse(""));
    context.put("requestId", UUID.randomUUID().toString());
    context.put("routeKey", match.route().key()).put("stage", "$default");
    context.put("time", TIME.format(now)).put("timeEpoch", now.toEpochMilli());
  }

  private static void body(Request request, ObjectNode event) {
    boolean text = isText(request.header("content-type").orElse(""));
    if (request.body().length > 0) {
      event.put("body", text ? request.text() : Base64.getEncoder().encodeToString(request.body()));
    }
    event.put("isBase64Encoded", request.body().length > 0 && !text);
  }

  /** A form and a body without a type are not among them: they come as base64. */
  static boolean isText(String contentType) {
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || List.of("application/json", "application/xml", "application/javascript").contains(type);
  }

  private static void putAll(ObjectNode node, Map<String, String> values) {
    values.forEach(node::put);
  }
}
