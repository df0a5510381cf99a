package dev.hoso.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.OpenApi;
import dev.hoso.core.PortalNews;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.TimeForTests;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.standins.portal.PortalServer;
import dev.hoso.standins.portal.StandInPortal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The real handlers over real tables, and a portal that keeps and refuses what the real one would.
 */
final class PortalRoom implements AutoCloseable {
  private static final OpenApi OPEN_API = OpenApi.read();
  final Table dossiers = DynamoForTests.table("Dossiers");
  final Table own = DynamoForTests.table("Portal");
  final MovableClock clock = new MovableClock();
  final StandInPortal portal = new StandInPortal("hoso", "secret", clock);
  private final PortalServer server = new PortalServer(portal);
  private final Map<String, Long> versions = new HashMap<>();
  private SyncHandler sync = another(dossiers.dynamo());

  Settings settings() {
    return settings(Map.of());
  }

  Settings settings(Map<String, String> more) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "HOSO_DOSSIERS_TABLE", dossiers.name(),
                "HOSO_PORTAL_TABLE", own.name(),
                "HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn",
                "HOSO_PORTAL_BASE_URL", server.address(),
                "HOSO_PORTAL_USERNAME", "hoso",
                "HOSO_PORTAL_PASSWORD", "secret",
                "HOSO_PORTAL_UNIT", "H26"));
    all.putAll(more);
    return Settings.of(all);
  }

  /** A dossier is registered. */
  void register(String code) {
    change(code, DossierStatus.RECEIVED);
  }

  /** It comes into a status, as the dossiers' own write does it. */
  void change(String code, DossierStatus status) {
    long version = versions.merge(code, 1L, Long::sum);
    Update update = Update.of(Map.of("code", code));
    filing().forEach(update::set);
    update
        .set("status", status.code())
        .set("statusAt", clock.instant())
        .set("version", version)
        .set("updatedAt", clock.instant());
    PortalNews.owed(update, code, version, Time.now(clock));
    PortalNews.entered(update, List.of(status), Time.now(clock));
    dossiers.write(update);
  }

  /** It changes in something else. */
  void change(String code, Map<String, ?> values) {
    long version = versions.merge(code, 1L, Long::sum);
    Update update = Update.of(Map.of("code", code));
    values.forEach(update::set);
    update.set("version", version);
    PortalNews.owed(update, code, version, Time.now(clock));
    dossiers.write(update);
  }

  private Map<String, Object> filing() {
    Map<String, Object> filing = new LinkedHashMap<>();
    filing.put("procedure", "2.000635");
    filing.put("unit", "00004");
    filing.put("channel", "online");
    filing.put(
        "applicant", Map.of("name", "Nguyễn Thị Hoa", "phone", "+84912345678", "language", "vi"));
    filing.put("receivedAt", "2026-11-23T09:00:00+07:00");
    return filing;
  }

  Item item(String code) {
    return dossiers.get(Map.of("code", code));
  }

  /** Lambda starts another copy of the function, which remembers nothing. */
  void startAnew() {
    sync = another(dossiers.dynamo());
  }

  /** A minute goes by, and the function is called. */
  void minute() {
    clock.advance(Duration.ofMinutes(1));
    run(sync);
  }

  void minutes(int count) {
    for (int n = 0; n < count; n++) {
      minute();
    }
  }

  /** Another copy of the function, with another client. */
  SyncHandler another(DynamoDbClient dynamo) {
    return new SyncHandler(settings(), clock, dynamo);
  }

  void audit() {
    run(new AuditHandler(settings(), clock, dossiers.dynamo()));
  }

  static void run(RequestStreamHandler handler) {
    call(handler, "{}");
  }

  private static byte[] call(RequestStreamHandler handler, String event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
          out,
          new TimeForTests(110_000));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  SyncReport report() {
    return JsonTypes.of(SyncReport.class).fromJson(api("GET", "/indicators/sync").body());
  }

  HttpAnswer api(String method, String path) {
    String day = path.startsWith("/portal/audits/") ? path.substring(15) : "none";
    String event =
        """
        {"version":"2.0","rawPath":"%s","rawQueryString":"","headers":{},"pathParameters":{"day":"%s"},
         "requestContext":{"http":{"method":"%s","sourceIp":"203.0.113.7"}},"isBase64Encoded":false}"""
            .formatted(path, day, method);
    byte[] bytes = call(new ApiHandler(settings(), clock, dossiers.dynamo()), event);
    HttpAnswer answer = JsonTypes.of(HttpAnswer.class).fromJson(bytes);
    String route = method + " " + path.replaceFirst("(?<=/audits/).*", "{day}");
    assertThat(OPEN_API.faults(route, answer)).isEmpty();
    return answer;
  }

  /** The statuses that the portal was told of, in the order in which it took them in. */
  List<Integer> toldStatuses(String code) {
    return portal.steps(code).stream().map(it -> it.path("TrangThai").asInt()).toList();
  }

  /** The statuses in the dossier's forms, in the order in which the portal took them in. */
  List<Integer> formStatuses(String code) {
    return portal.states(code).stream().map(it -> it.path("TrangThaiHoSo").asInt()).toList();
  }

  /** Forms and steps that the portal was sent again though it had just taken them in. */
  List<String> sentTwice(String code) {
    List<String> twice = new ArrayList<>();
    repeated(portal.states(code), twice);
    repeated(portal.steps(code), twice);
    return twice;
  }

  private static void repeated(List<? extends JsonNode> taken, List<String> twice) {
    for (int n = 1; n < taken.size(); n++) {
      if (taken.get(n).equals(taken.get(n - 1))) {
        twice.add(taken.get(n).toString());
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
