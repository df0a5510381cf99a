package dev.hoso.core.web;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A call of an API's real function in this JVM, as API Gateway's own event (payload 2.0).
 *
 * @param <C> the calls of a module, which add what its API has
 */
public abstract class ApiCall<C extends ApiCall<C>> {
  private static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);

  private final Map<String, Object> event = new LinkedHashMap<>();
  private final Map<String, Object> context = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  /** A call of an address: a path, and a query behind {@code ?} if there is one. */
  protected ApiCall(String method, String address) {
    int mark = address.indexOf('?');
    String path = decoded(mark < 0 ? address : address.substring(0, mark));
    String query = mark < 0 ? "" : address.substring(mark + 1);
    event.put("version", "2.0");
    event.put("routeKey", method + " " + path);
    event.put("rawPath", path);
    event.put("rawQueryString", query);
    event.put("queryStringParameters", parameters(query));
    event.put("isBase64Encoded", false);
    context.put("stage", "$default");
    context.put(
        "http",
        Map.of("method", method, "path", path, "protocol", "HTTP/1.1", "sourceIp", "10.1.2.3"));
    event.put("requestContext", context);
  }

  /** This call, as the module has it. */
  protected abstract C self();

  /** A header; one that is there is replaced. */
  public C header(String name, String value) {
    headers.put(name, value);
    return self();
  }

  /** Payload 2.0 has cookies in a list, and no header of that name. */
  public C cookie(String... pairs) {
    event.put("cookies", List.of(pairs));
    return self();
  }

  /** A token that says this of its owner, as API Gateway hands it over once it has checked it. */
  public C claim(String name, String value) {
    context.put("authorizer", Map.of("jwt", Map.of("claims", Map.of(name, value))));
    return self();
  }

  /** A JSON body. */
  protected C body(String json) {
    event.put("body", json);
    return header("content-type", "application/json");
  }

  /** What a function answers. */
  protected ApiAnswer answerOf(APIGatewayV2HTTPEventFunction function) {
    event.put("headers", headers);
    APIGatewayV2HTTPResponse response =
        function.handleRequest(
            LambdaEventSerializers.serializerFor(
                    APIGatewayV2HTTPEvent.class, ApiCall.class.getClassLoader())
                .fromJson(JSON.toJson(event)),
            new MockLambdaContext());
    String body = response.getBody();
    return new ApiAnswer(response.getStatusCode(), headers(response), body == null ? "" : body);
  }

  /** A name that stands twice has both values, with a comma between: API Gateway's own way. */
  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String value = decoded(pair.substring(equals + 1));
        parameters.merge(pair.substring(0, equals), value, (one, other) -> one + "," + other);
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, String> headers(APIGatewayV2HTTPResponse response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (response.getHeaders() != null) {
      headers.putAll(response.getHeaders());
    }
    if (response.getMultiValueHeaders() != null) {
      response.getMultiValueHeaders().forEach((name, all) -> headers.put(name, all.getFirst()));
    }
    return headers;
  }
}
