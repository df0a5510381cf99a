package dev.hoso.citizen;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.KeysForTests;
import dev.hoso.core.RatingLinks;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.web.ApiAnswer;
import dev.hoso.core.web.ApiCall;
import dev.hoso.core.web.ApiFunctions;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The real function in this JVM, spoken to with API Gateway's own events. */
public final class Api extends ApiCall<Api> {
  /** Wednesday noon, when all that the tests tell of has happened. */
  public static final Instant NOW = Instant.parse("2026-11-25T05:00:00Z");

  public static final Table DOSSIERS = DynamoForTests.table("Dossiers");
  public static final Table RESULTS = DynamoForTests.table("Results");
  public static final Table CODES = DynamoForTests.table("Codes");

  /** What the address of a rating is signed with. */
  private static final Map<String, String> RATINGS =
      Map.of(
          "AWS_REGION",
          "ap-southeast-1",
          "AWS_ENDPOINT_URL_KMS",
          new KeysForTests().endpoint(),
          "HOSO_RATINGS_KEY",
          KeysForTests.KEY,
          "HOSO_CITIZEN_ADDRESS",
          "https://hoso.example.gov.vn");

  static {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  public static final RatingLinks LINKS = new RatingLinks(Settings.of(RATINGS));

  private static final APIGatewayV2HTTPEventFunction FUNCTION = function(DOSSIERS.name());

  private Api(String method, String address) {
    super(method, address);
  }

  /** A browser asks for a page in Vietnamese, unless the address says otherwise. */
  public static Api get(String address) {
    return new Api("GET", address).header("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
  }

  /** A program asks for JSON. */
  public static Api json(String address) {
    return get(address).header("accept", "application/json");
  }

  public static Api post(String path, String body) {
    return new Api("POST", path).body(body);
  }

  @Override
  protected Api self() {
    return this;
  }

  public Answer send() {
    return send(FUNCTION);
  }

  public Answer send(APIGatewayV2HTTPEventFunction function) {
    ApiAnswer plain = answerOf(function);
    return new Answer(plain.status(), plain.headers(), plain.body());
  }

  /** A function that reads dossiers from a table of this name. */
  public static APIGatewayV2HTTPEventFunction function(String dossiers) {
    return function(Map.of("HOSO_DOSSIERS_TABLE", dossiers));
  }

  /** A function of a city that has files of its own in this folder. */
  public static APIGatewayV2HTTPEventFunction function(Path city) {
    return function(
        Map.of("HOSO_DOSSIERS_TABLE", DOSSIERS.name(), "HOSO_CATALOGUE", city.toString()));
  }

  private static APIGatewayV2HTTPEventFunction function(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("HOSO_RESULTS_TABLE", RESULTS.name());
    all.put("HOSO_CODES_TABLE", CODES.name());
    all.putAll(RATINGS);
    return ApiFunctions.with(all, DOSSIERS.dynamo(), InstantSource.fixed(NOW));
  }

  /** What the function answers. */
  public record Answer(int status, Map<String, String> headers, String body) {
    public Map<String, Object> json() {
      return new ApiAnswer(status, headers, body).json();
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
}
