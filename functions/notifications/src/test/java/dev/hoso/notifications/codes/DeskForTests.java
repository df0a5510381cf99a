package dev.hoso.notifications.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DynamoForTests;
import dev.hoso.core.KeysForTests;
import dev.hoso.core.OpenApi;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.notifications.DossierForTests;
import dev.hoso.notifications.MovedClock;
import dev.hoso.notifications.ProvidersForTests;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The handler as API Gateway calls it, with all that it talks to on the wire. */
final class DeskForTests implements AutoCloseable {
  private static final OpenApi OPEN_API = OpenApi.read();
  static final String DOSSIER = "H26.15-261123-0042";

  /** Well formed, and nobody's. */
  static final String NOBODYS = "H26.15-261123-9999";

  static final String HOME = "203.0.113.7";
  private static final Pattern CODE = Pattern.compile("(?:ma tra cuu|look-up code) (\\d{6})");
  private static final JsonType<Map<String, Object>> JSON =
      Jsonb.builder().build().type(Object.class).map();

  static {
    System.setProperty("aws.accessKeyId", "test");
    System.setProperty("aws.secretAccessKey", "test");
  }

  final ProvidersForTests providers = new ProvidersForTests();
  final KeysForTests keys = new KeysForTests();
  final MovedClock clock = new MovedClock();
  final Table dossiers = DynamoForTests.table("Dossiers");
  final Table messages = DynamoForTests.table("Messages");
  final Table allowances = DynamoForTests.table("Allowances");
  final Table addresses = DynamoForTests.table("Addresses");
  final Table codes = DynamoForTests.table("Codes");
  private CodesHandler handler = handler("https://hoso.example.gov.vn", Duration.ZERO);

  DeskForTests() {
    register(DossierForTests.dossier());
  }

  void register(DossierForTests dossier) {
    dossiers
        .dynamo()
        .putItem(put -> put.tableName(dossiers.name()).item(dossier.item().attributes()));
  }

  /** From now on the citizens' pages are here. */
  void at(String citizenAddress) {
    handler = handler(citizenAddress, Duration.ZERO);
  }

  /** From now on answers take at least so long. */
  void atPace(Duration least) {
    handler = handler("https://hoso.example.gov.vn", least);
  }

  private CodesHandler handler(String citizenAddress, Duration least) {
    Settings settings =
        Settings.of(
            Map.ofEntries(
                Map.entry("AWS_REGION", "ap-southeast-1"),
                Map.entry("AWS_ENDPOINT_URL_SNS", providers.endpoint()),
                Map.entry("AWS_ENDPOINT_URL_SES", providers.endpoint()),
                Map.entry("AWS_ENDPOINT_URL_KMS", keys.endpoint()),
                Map.entry("HOSO_CITIZEN_ADDRESS", citizenAddress),
                Map.entry("HOSO_ADDRESSES_TABLE", addresses.name()),
                Map.entry("HOSO_ADDRESSES_KEY", KeysForTests.KEY),
                Map.entry("HOSO_RETENTION_DAYS", "730"),
                Map.entry("HOSO_DOSSIERS_TABLE", dossiers.name()),
                Map.entry("HOSO_MESSAGES_TABLE", messages.name()),
                Map.entry("HOSO_ALLOWANCES_TABLE", allowances.name()),
                Map.entry("HOSO_QUIET_FROM", "22:00"),
                Map.entry("HOSO_QUIET_TO", "07:00"),
                Map.entry("HOSO_CODES_TABLE", codes.name()),
                Map.entry("HOSO_CODES_KEY", KeysForTests.KEY),
                Map.entry("HOSO_SMS_SENDER", "HANOI"),
                Map.entry("HOSO_SMS_MAX_PRICE", "0.10"),
                Map.entry("HOSO_EMAIL_SENDER", "hoso@example.gov.vn")));
    return new CodesHandler(settings, codes.dynamo(), clock, new Pace(least));
  }

  /** Where a browser is led, and what it is given. */
  record Answer(String location, List<String> cookies) {
    /** The grant's cookie as the browser sends it back. */
    String cookie() {
      assertThat(cookies).hasSize(1);
      return cookies.getFirst().split(";", 2)[0];
    }
  }

  Answer ask() {
    return ask(DOSSIER, "channel=sms");
  }

  Answer ask(String dossier, String form) {
    return ask(dossier, form, HOME);
  }

  Answer ask(String dossier, String form, String sourceIp) {
    return post(dossier, "code", form, false, sourceIp);
  }

  Answer enter(String entry) {
    return enter(DOSSIER, entry);
  }

  Answer enter(String dossier, String entry) {
    return enter(dossier, entry, HOME);
  }

  Answer enter(String dossier, String entry, String sourceIp) {
    return post(dossier, "entry", "entry=" + entry, false, sourceIp);
  }

  /** A form as API Gateway hands it over. */
  @SuppressWarnings("unchecked")
  Answer post(String dossier, String step, String body, boolean base64, String sourceIp) {
    Map<String, Object> http = new HashMap<>(Map.of("method", "POST"));
    if (sourceIp != null) {
      http.put("sourceIp", sourceIp);
    }
    Map<String, Object> event =
        Map.of(
            "requestContext",
            Map.of("http", http),
            "rawPath",
            "/lookup/" + dossier + "/" + step,
            "pathParameters",
            Map.of("code", dossier),
            "body",
            body,
            "isBase64Encoded",
            base64);
    Map<String, Object> answer = call(event);
    assertThat(OPEN_API.faults("POST /lookup/{code}/" + step, answer)).isEmpty();
    assertThat(answer).containsEntry("statusCode", 303L);
    Map<String, String> headers = (Map<String, String>) answer.get("headers");
    assertThat(headers).containsEntry("cache-control", "no-store");
    return new Answer(
        headers.get("location"), (List<String>) answer.getOrDefault("cookies", List.of()));
  }

  private Map<String, Object> call(Map<String, Object> event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(JSON.toJsonBytes(event)), out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JSON.fromJson(out.toString(StandardCharsets.UTF_8));
  }

  /** The code in the last SMS. */
  String code() {
    Matcher code = CODE.matcher(providers.sms.getLast().get("Message"));
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  /** Another code than the one in the last SMS. */
  String wrongCode() {
    return "%06d".formatted((Integer.parseInt(code()) + 1) % 1_000_000);
  }

  /** The item that holds a dossier's code or grant. */
  Item held(String dossier) {
    return codes.get(Map.of("id", "code#" + dossier));
  }

  /** Every item of the table of codes. */
  List<Item> all() {
    return codes.dynamo().scan(scan -> scan.tableName(codes.name())).items().stream()
        .map(Item::new)
        .toList();
  }

  @Override
  public void close() {
    providers.close();
    keys.close();
  }
}
