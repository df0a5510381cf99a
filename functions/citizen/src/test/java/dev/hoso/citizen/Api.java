package dev.hoso.citizen;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Table;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The real function in this JVM, spoken to with API Gateway's own events. */
public final class Api {
  private static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);

  /** Wednesday noon, when all that the tests tell of has happened. */
  public static final Instant NOW = Instant.parse("2026-11-25T05:00:00Z");

  public static final Table DOSSIERS = DynamoForTests.table("Dossiers");
  public static final Table RESULTS = DynamoForTests.table("Results");
  public static final Table CODES = DynamoForTests.table("Codes");

  private static final APIGatewayV2HTTPEventFunction FUNCTION = function(DOSSIERS.name());

  private final Map<String, Object> event = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Api(String method, String path, String query) {
    event.put("version", "2.0");
    event.put("rawPath", path);
    event.put("rawQueryString", query);
    event.put("queryStringParameters", parameters(query));
    event.put("isBase64Encoded", false);
    event.put(
        "requestContext",
        Map.of(
            "stage",
            "$default",
            "http",
            Map.of(
                "method", method, "path", path, "protocol", "HTTP/1.1", "sourceIp", "10.1.2.3")));
  }

  /** A browser asks for a page in Vietnamese, unless the address says otherwise. */
  public static Api get(String address) {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    return new Api("GET", decoded(path), query < 0 ? "" : address.substring(query + 1))
        .header("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  /** A program asks for JSON. */
  public static Api json(String address) {
    return get(address).header("accept", "application/json");
  }

  public static Api post(String path, String body) {
    Api call = new Api("POST", path, "").header("content-type", "application/json");
    call.event.put("body", body);
    return call;
  }

  public Api header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Payload format 2.0 has cookies in a list, and no header of that name. */
  public Api cookie(String... pairs) {
    event.put("cookies", List.of(pairs));
    return this;
  }

  public Answer send() {
    return send(FUNCTION);
  }

  public Answer send(APIGatewayV2HTTPEventFunction function) {
    event.put("headers", headers);
    APIGatewayV2HTTPResponse response =
        function.handleRequest(
            LambdaEventSerializers.serializerFor(
                    APIGatewayV2HTTPEvent.class, Api.class.getClassLoader())
                .fromJson(JSON.toJson(event)),
            new MockLambdaContext());
    return new Answer(
        response.getStatusCode(),
        headers(response),
        response.getBody() == null ? "" : response.getBody());
  }

  /** A function that reads dossiers from a table of this name. */
  public static APIGatewayV2HTTPEventFunction function(String dossiers) {
    Settings settings =
        Settings.of(
            Map.of(
                "HOSO_DOSSIERS_TABLE", dossiers,
                "HOSO_RESULTS_TABLE", RESULTS.name(),
                "HOSO_CODES_TABLE", CODES.name()));
    InstantSource clock = InstantSource.fixed(NOW);
    return new APIGatewayV2HTTPEventFunction(
        ApplicationContext.builder()
            .beanDefinitions(
                instead(Settings.class, settings),
                instead(DynamoDbClient.class, DOSSIERS.dynamo()),
                instead(InstantSource.class, clock))
            .start());
  }

  /** What the function answers. */
  public record Answer(int status, Map<String, String> headers, String body) {
    @SuppressWarnings("unchecked")
    public Map<String, Object> json() {
      return (Map<String, Object>) JSON.fromJson(body);
    }

    public String text(String name) {
      return (String) json().get(name);
    }

    public String header(String name) {
      return headers.get(name);
    }

    public Html html() {
      return Html.of(body);
    }

    /** What a person reads of the page's main part: no tags, no spaces at line ends. */
    public String read() {
      return html().main();
    }
  }

  private static <T> RuntimeBeanDefinition<T> instead(Class<T> type, T bean) {
    return RuntimeBeanDefinition.builder(type, () -> bean).singleton(true).replaces(type).build();
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        parameters.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
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
