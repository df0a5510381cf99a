package dev.hoso.results.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.results.Given;
import dev.hoso.results.Results;
import dev.hoso.results.bucket.StorageForTests;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The API's real function in this JVM, spoken to with API Gateway's own events. */
final class Api {
  static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);

  static final Table DOSSIERS = DynamoForTests.table("Dossiers");
  static final Results RESULTS = new Results(DynamoForTests.table("Results"));
  static final StorageForTests STORAGE = StorageForTests.keepingVersions();
  private static final AtomicInteger COUNT = new AtomicInteger(1_000);
  private static final APIGatewayV2HTTPEventFunction FUNCTION = function();

  private final Map<String, Object> event = new LinkedHashMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  private Api(String method, String path, String query) {
    event.put("version", "2.0");
    event.put("routeKey", method + " " + path);
    event.put("rawPath", path);
    event.put("rawQueryString", query);
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

  static Api get(String path) {
    int query = path.indexOf('?');
    Api call =
        query < 0
            ? new Api("GET", path, "")
            : new Api("GET", path.substring(0, query), path.substring(query + 1));
    call.queryParameters();
    return call;
  }

  static Api post(String path, String body) {
    Api call = new Api("POST", path, "").header("content-type", "application/json");
    call.event.put("body", body);
    return call;
  }

  /** A request for a result. */
  static Api issue(String dossier, String body) {
    return post("/dossiers/" + dossier + "/results", body);
  }

  Api key(String idempotencyKey) {
    return header("idempotency-key", idempotencyKey);
  }

  Api header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Answer send() {
    event.put("headers", headers);
    APIGatewayV2HTTPResponse response =
        FUNCTION.handleRequest(
            LambdaEventSerializers.serializerFor(
                    APIGatewayV2HTTPEvent.class, Api.class.getClassLoader())
                .fromJson(JSON.toJson(event)),
            new MockLambdaContext());
    return new Answer(
        response.getStatusCode(),
        headers(response),
        response.getBody() == null ? "" : response.getBody());
  }

  /** What the function answers. */
  record Answer(int status, Map<String, String> headers, String body) {
    @SuppressWarnings("unchecked")
    Map<String, Object> json() {
      return (Map<String, Object>) JSON.fromJson(body);
    }

    String text(String name) {
      return (String) json().get(name);
    }

    /** What a problem says is wrong, field by field. */
    @SuppressWarnings("unchecked")
    Map<String, String> faults() {
      Map<String, String> faults = new LinkedHashMap<>();
      for (Map<String, String> error : (List<Map<String, String>>) json().get("errors")) {
        faults.put(error.get("field"), error.get("rule"));
      }
      return faults;
    }
  }

  /** The code of a dossier that nobody else has, being processed; for copies of civil status. */
  static String dossier() {
    return dossier("2.000635", DossierStatus.PROCESSING);
  }

  static String dossier(String procedure, DossierStatus status) {
    String code = "H26.15-261123-" + COUNT.incrementAndGet();
    DOSSIERS.write(
        Update.of(Map.of("code", code))
            .set("procedure", procedure)
            .set("unit", "01")
            .set("status", status.code())
            .set("applicant", Item.of(Map.of("name", "Nguyễn Thị Ánh", "language", "vi"))));
    return code;
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A body that asks for a result of a PDF without a signature. */
  static String unsigned() {
    return "{\"unsigned\":\"" + base64(Given.PDF) + "\"}";
  }

  private void queryParameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : ((String) event.get("rawQueryString")).split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    event.put("queryStringParameters", parameters);
  }

  private static Map<String, String> headers(APIGatewayV2HTTPResponse response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (response.getHeaders() != null) {
      headers.putAll(response.getHeaders());
    }
    if (response.getMultiValueHeaders() != null) {
      response.getMultiValueHeaders().forEach((name, all) -> headers.put(name, all.getFirst()));
    }
    // The same answer a second later is the same answer.
    headers.remove("Date");
    return headers;
  }

  private static APIGatewayV2HTTPEventFunction function() {
    Map<String, String> settings = new LinkedHashMap<>(STORAGE.settings());
    settings.put("HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn");
    settings.put("HOSO_DOSSIERS_TABLE", DOSSIERS.name());
    settings.put("HOSO_RESULTS_TABLE", RESULTS.table().name());
    return new APIGatewayV2HTTPEventFunction(
        ApplicationContext.builder()
            .beanDefinitions(
                instead(Settings.class, Settings.of(settings)),
                instead(DynamoDbClient.class, DOSSIERS.dynamo()))
            .start());
  }

  private static <T> RuntimeBeanDefinition<T> instead(Class<T> type, T bean) {
    return RuntimeBeanDefinition.builder(type, () -> bean).singleton(true).replaces(type).build();
  }
}
