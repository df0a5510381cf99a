package dev.hoso.results.api;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.core.web.ApiAnswer;
import dev.hoso.core.web.ApiCall;
import dev.hoso.core.web.ApiFunctions;
import dev.hoso.results.Given;
import dev.hoso.results.Results;
import dev.hoso.results.bucket.StorageForTests;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The API's real function in this JVM, spoken to with API Gateway's own events. */
final class Api extends ApiCall<Api> {
  static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);

  static final Table DOSSIERS = DynamoForTests.table("Dossiers");
  static final Results RESULTS = new Results(DynamoForTests.table("Results"));
  static final StorageForTests STORAGE = StorageForTests.keepingVersions();
  private static final AtomicInteger COUNT = new AtomicInteger(1_000);
  private static final APIGatewayV2HTTPEventFunction FUNCTION = function();

  private Api(String method, String address) {
    super(method, address);
  }

  static Api get(String address) {
    return new Api("GET", address);
  }

  static Api post(String path, String body) {
    return new Api("POST", path).body(body);
  }

  @Override
  protected Api self() {
    return this;
  }

  /** A request for a result. */
  static Api issue(String dossier, String body) {
    return post("/dossiers/" + dossier + "/results", body);
  }

  Api key(String idempotencyKey) {
    return header("idempotency-key", idempotencyKey);
  }

  ApiAnswer send() {
    ApiAnswer answer = answerOf(FUNCTION);
    // The same answer a second later is the same answer.
    answer.headers().remove("Date");
    return answer;
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

  private static APIGatewayV2HTTPEventFunction function() {
    Map<String, String> settings = new LinkedHashMap<>(STORAGE.settings());
    settings.put("HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn");
    settings.put("HOSO_DOSSIERS_TABLE", DOSSIERS.name());
    settings.put("HOSO_RESULTS_TABLE", RESULTS.table().name());
    return ApiFunctions.with(settings, DOSSIERS.dynamo());
  }
}
