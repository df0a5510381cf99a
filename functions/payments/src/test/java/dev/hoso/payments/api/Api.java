package dev.hoso.payments.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The API's real function in this JVM, spoken to with API Gateway's own events. */
final class Api {
  private static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);

  static final Table DOSSIERS = DynamoForTests.table("Dossiers");
  static final Table PAYMENTS = DynamoForTests.table("Payments");
  static final Table ANOMALIES = DynamoForTests.table("Anomalies");
  private static final APIGatewayV2HTTPEventFunction FUNCTION =
      function(
          Map.of(
              "HOSO_GATEWAYS_VNPAY_BASE_URL", "https://sandbox.vnpayment.vn/paymentv2",
              "HOSO_GATEWAYS_VNPAY_TMN_CODE", "DEMOTTHC",
              "HOSO_GATEWAYS_VNPAY_HASH_SECRET", "QX7N3WPLRTZC9VBMKJHGFDSA2Y5U8E4D"));

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

  Api header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Answer send() {
    return send(FUNCTION);
  }

  Answer send(APIGatewayV2HTTPEventFunction function) {
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

  /** What the function answers. */
  record Answer(int status, Map<String, String> headers, String body) {
    @SuppressWarnings("unchecked")
    Map<String, Object> json() {
      return (Map<String, Object>) JSON.fromJson(body);
    }

    String text(String name) {
      return (String) json().get(name);
    }

    long number(String name) {
      return ((Number) json().get(name)).longValue();
    }

    /** What a person reads: no tags, no spaces at line ends. */
    String read() {
      return body.replaceAll("(?s)<style>.*?</style>", "")
          .replaceAll("<[^>]+>", " ")
          .replaceAll("\\s+", " ")
          .strip();
    }
  }

  /** A dossier as its own function keeps it. */
  static void dossier(String code, String procedure, String channel, String language) {
    dossier(code, procedure, channel, language, "01");
  }

  static void dossier(String code, String procedure, String channel, String language, String unit) {
    DOSSIERS.write(
        Update.of(Map.of("code", code))
            .set("procedure", procedure)
            .set("unit", unit)
            .set("channel", channel)
            .set("receivedAt", "2026-11-23T08:00:00+07:00")
            .set("status", 2)
            .set("applicant", Item.of(Map.of("name", "Nguyễn Thị Ánh", "language", language))));
  }

  private void queryParameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : ((String) event.get("rawQueryString")).split("&", -1)) {
      if (!pair.isEmpty()) {
        parameters.merge(
            pair.substring(0, pair.indexOf('=')),
            pair.substring(pair.indexOf('=') + 1),
            (first, second) -> first + "," + second);
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
    return headers;
  }

  /** A function with these settings beside those of its tables. */
  static APIGatewayV2HTTPEventFunction function(Map<String, String> gateway) {
    Map<String, String> settings = new LinkedHashMap<>(gateway);
    settings.put("HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn");
    settings.put("HOSO_DOSSIERS_TABLE", DOSSIERS.name());
    settings.put("HOSO_PAYMENTS_TABLE", PAYMENTS.name());
    settings.put("HOSO_ANOMALIES_TABLE", ANOMALIES.name());
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
