package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The folder {@code events} holds one event for every trigger of the template, and they are taken
 * as they are.
 */
class EventsTest {
  private static final Path EVENTS = TheCity.TEMPLATE.resolveSibling("events");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void everyRouteOfTheTemplateHasAnEvent() throws IOException {
    Set<String> routes = new TreeSet<>();
    for (String line : Files.readAllLines(TheCity.TEMPLATE)) {
      if (line.contains("ApiId: !Ref Api")) {
        routes.add(line.replaceAll(".*Method: (\\w+), Path: \"?([^\", ]+).*", "$1 $2"));
      }
    }
    try (Stream<Path> files = Files.list(EVENTS)) {
      Set<String> events =
          files
              .filter(it -> it.toString().endsWith(".json"))
              .map(EventsTest::read)
              .map(it -> it.path("routeKey").asText())
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(events).containsAll(routes);
    }
  }

  @Test
  void theEventsTellAStoryFromRegistrationToTheCitizen() {
    assertThat(invoke("DossiersApi", "register-dossier").path("statusCode").asInt()).isIn(200, 201);
    assertThat(invoke("PaymentsApi", "ask-for-fee").path("statusCode").asInt()).isIn(200, 201);
    assertThat(invoke("PaymentsWebhooks", "webhook-vnpay").path("body").asText())
        .containsAnyOf("\"00\"", "\"02\"");
    assertThat(invoke("PaymentsWebhooks", "webhook-posted").path("statusCode").asInt())
        .isEqualTo(405);
    assertThat(invoke("DossiersFacts", "stream-payments").path("batchItemFailures")).isEmpty();
    assertThat(invoke("NotificationsTell", "stream-dossiers").path("batchItemFailures")).isEmpty();
    assertThat(invoke("DossiersApi", "show-dossier").path("body").asText()).contains("14812201");
    assertThat(status("NotificationsSeen", "show-messages")).isEqualTo(200);
    assertThat(status("NotificationsSeen", "resend-message")).isIn(201, 404, 409);
    assertThat(status("NotificationsPreview", "preview-message")).isEqualTo(200);
    assertThat(status("NotificationsPreview", "test-message")).isEqualTo(200);
    assertThat(invoke("NotificationsMoves", "stream-messages").path("batchItemFailures")).isEmpty();
    assertThat(status("NotificationsFigures", "show-figures")).isEqualTo(200);
    assertThat(invoke("DossiersApi", "change-status").path("statusCode").asInt()).isIn(200, 409);
    for (String shown :
        new String[] {"show-procedures", "show-procedure", "show-units", "show-openapi"}) {
      assertThat(invoke("DossiersApi", shown).path("statusCode").asInt()).as(shown).isEqualTo(200);
    }
    assertThat(invoke("PaymentsApi", "show-anomalies").path("statusCode").asInt()).isEqualTo(200);
    assertThat(status("PaymentsApi", "upload-settlement")).isEqualTo(201);
    TheCity.invoke("PaymentsSettlement", read(EVENTS.resolve("settlement-file.json")).toString());
    assertThat(status("PaymentsApi", "show-reconciliations")).isEqualTo(200);
    assertThat(status("PaymentsApi", "show-reconciliation")).isEqualTo(404);
    assertThat(invoke("PaymentsApi", "show-receipt").path("statusCode").asInt()).isEqualTo(404);
    assertThat(status("PaymentsApi", "choose-gateway")).isEqualTo(404);
    assertThat(status("ResultsApi", "issue-result")).isEqualTo(201);
    assertThat(status("ResultsApi", "ask-for-upload")).isEqualTo(201);
    assertThat(status("ResultsApi", "show-result")).isEqualTo(200);
    assertThat(invoke("DossiersResults", "stream-results").path("batchItemFailures")).isEmpty();
    assertThat(invoke("ResultsSeal", "stream-results").path("batchItemFailures")).isEmpty();
    assertThat(status("ResultsApi", "show-refused-results")).isEqualTo(200);
    assertThat(status("NotificationsCodes", "ask-for-code")).isEqualTo(303);
    assertThat(status("NotificationsCodes", "enter-code")).isEqualTo(303);
    assertThat(status("ResultsHandOut", "fetch-result")).isEqualTo(303);
    assertThat(status("NotificationsStop", "page-stop")).isEqualTo(404);
    assertThat(status("NotificationsStop", "stop-messages")).isEqualTo(404);
    // Of messages that are somebody else's; the function answers nothing and does not complain.
    for (String report : new String[] {"report-email", "report-sms"}) {
      assertThat(
              TheCity.invoke(
                  "NotificationsReports", read(EVENTS.resolve(report + ".json")).toString()))
          .isEmpty();
    }
    for (String page :
        new String[] {"page-home", "page-lookup", "page-dossier", "page-verify", "show-asset"}) {
      assertThat(status("Citizen", page)).as(page).isEqualTo(200);
    }
    assertThat(status("Citizen", "verify-result")).isEqualTo(404);
    assertThat(status("Citizen", "verify-for-systems")).isEqualTo(404);
    assertThat(status("ResultsApi", "revoke-result")).isEqualTo(200);
    assertThat(status("ResultsApi", "erase-data")).isIn(202, 409);
    TheCity.invoke("ResultsDue", read(EVENTS.resolve("every-minute.json")).toString());
    TheCity.invoke("PaymentsDue", read(EVENTS.resolve("every-minute.json")).toString());
    assertThat(status("NotificationsAnnouncements", "announce")).isEqualTo(201);
    assertThat(status("NotificationsAnnouncements", "show-announcements")).isEqualTo(200);
    assertThat(status("NotificationsAnnouncements", "show-announcement")).isEqualTo(404);
    for (String change : new String[] {"pause", "resume", "cancel"}) {
      assertThat(status("NotificationsAnnouncements", change + "-announcement")).isEqualTo(404);
    }
    assertThat(status("DossiersImports", "begin-import")).isEqualTo(201);
    assertThat(status("DossiersImports", "show-imports")).isEqualTo(200);
    for (String import404 :
        new String[] {
          "show-import", "refused-lines", "pause-import", "resume-import", "cancel-import"
        }) {
      assertThat(status("DossiersImports", import404)).isEqualTo(404);
    }
    TheCity.invoke("DossiersTakingOver", read(EVENTS.resolve("import-file.json")).toString());
    assertThat(status("DossiersApi", "transfer-unit")).isEqualTo(201);
    assertThat(status("DossiersApi", "show-transfers")).isEqualTo(200);
    assertThat(status("DossiersApi", "show-transfer")).isEqualTo(200);
    for (String scheduled : new String[] {"TakingOver", "Transfers", "OpenData"}) {
      TheCity.invoke("Dossiers" + scheduled, read(EVENTS.resolve("every-minute.json")).toString());
    }
    assertThat(status("EventsApi", "subscribe")).isEqualTo(201);
    endSubscriptions();
    for (String nobodys :
        new String[] {
          "show-subscription",
          "change-subscription",
          "end-subscription",
          "rotate-secret",
          "enable-subscription",
          "replay-events",
          "test-subscription"
        }) {
      assertThat(status("EventsApi", nobodys)).as(nobodys).isEqualTo(404);
    }
    assertThat(TheCity.invoke("EventsTake", read(EVENTS.resolve("topic-dossier.json")).toString()))
        .isEmpty();
    TheCity.invoke("EventsDue", read(EVENTS.resolve("every-minute.json")).toString());
    TheCity.invoke("NotificationsPublish", read(EVENTS.resolve("every-minute.json")).toString());
    TheCity.invoke("NotificationsLists", read(EVENTS.resolve("every-minute.json")).toString());
    assertThat(invoke("IndicatorsDossiers", "stream-dossiers").path("batchItemFailures")).isEmpty();
    assertThat(invoke("IndicatorsMessages", "stream-messages").path("batchItemFailures")).isEmpty();
    assertThat(status("DossiersApi", "show-ratings")).isEqualTo(200);
    assertThat(status("DossiersApi", "moderate-rating")).isEqualTo(404);
    assertThat(status("Citizen", "page-rating")).isEqualTo(404);
    assertThat(status("DossiersRate", "rate-dossier")).isEqualTo(404);
    TheCity.invoke("IndicatorsLowRatings", read(EVENTS.resolve("every-minute.json")).toString());
    assertThat(status("IndicatorsApi", "enter-objective")).isIn(200, 201);
    assertThat(status("IndicatorsApi", "enter-objectives")).isEqualTo(200);
    assertThat(status("IndicatorsApi", "report-objective")).isEqualTo(200);
    assertThat(status("IndicatorsApi", "show-objective")).isEqualTo(200);
    assertThat(status("IndicatorsApi", "show-objectives")).isEqualTo(200);
    assertThat(status("IndicatorsApi", "show-indicators")).isEqualTo(200);
    assertThat(status("IndicatorsApi", "enter-766")).isEqualTo(200);
    assertThat(status("IndicatorsApi", "show-766")).isEqualTo(200);
    assertThat(invoke("IndicatorsRebuild", "rebuild-counters").path("dossiers").asInt())
        .isPositive();
    TheCity.invoke("IndicatorsWeeklyList", read(EVENTS.resolve("every-monday.json")).toString());
    TheCity.invoke("IndicatorsHeadsUp", read(EVENTS.resolve("every-monday.json")).toString());
    assertThat(status("IndicatorsApi", "show-latest-late")).isEqualTo(303);
    assertThat(status("IndicatorsApi", "show-late")).isIn(200, 404);
    for (String shown :
        new String[] {
          "page-dashboard",
          "page-dashboard-units",
          "page-dashboard-counts",
          "page-dashboard-overdue",
          "show-script"
        }) {
      assertThat(status("IndicatorsApi", shown)).as(shown).isEqualTo(200);
    }
    TheCity.invoke("NotificationsDue", read(EVENTS.resolve("every-minute.json")).toString());
    TheCity.invoke("PortalSync", read(EVENTS.resolve("every-minute.json")).toString());
    TheCity.invoke("PortalAudit", read(EVENTS.resolve("every-minute.json")).toString());
    assertThat(status("PortalApi", "show-sync")).isEqualTo(200);
    assertThat(status("PortalApi", "show-refused-dossiers")).isEqualTo(200);
    assertThat(status("PortalApi", "retry-refused-dossiers")).isEqualTo(202);
    assertThat(status("PortalApi", "show-portal-audit")).isIn(200, 404);
  }

  /** So that nobody is called for what the other stories do. */
  private static void endSubscriptions() {
    JsonNode all = read(invoke("EventsApi", "show-subscriptions").path("body").asText());
    for (JsonNode one : all.path("subscriptions")) {
      TheCity.running()
          .send(TheCity.running().request("/subscriptions/" + one.path("id").asText()).DELETE());
    }
  }

  private static int status(String function, String event) {
    return invoke(function, event).path("statusCode").asInt();
  }

  private static JsonNode invoke(String function, String event) {
    try {
      return JSON.readTree(
          TheCity.invoke(function, read(EVENTS.resolve(event + ".json")).toString()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
