package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.CODE;
import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.RULES;
import static dev.hoso.dossiers.Given.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.PortalPlace;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.dossiers.Command.Register;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The item that notifications and payments read, and what a write leaves alone. */
class DossiersTest {
  private static final Map<String, String> KEY = Map.of("code", CODE.value());

  private final Table table = DynamoForTests.table("Dossiers");
  private final Dossiers dossiers = new Dossiers(table);

  @Test
  void theItemIsAsOthersReadIt() {
    Filing filing =
        new Filing(
            Given.EIGHT_DAYS,
            "HN-STP",
            FilingChannel.ONLINE,
            Given.applicant("An"),
            NOW,
            List.of(new Document("birth", true, false)),
            new Responsible("HN-STP", "Chuyên viên"));
    create(new Register(CODE, filing, DossierStatus.FEE_DUE, null));
    Map<String, Object> expected = new HashMap<>();
    expected.put("code", CODE.value());
    expected.put("procedure", Given.EIGHT_DAYS);
    expected.put("unit", "HN-STP");
    expected.put("channel", "online");
    expected.put("status", 6);
    expected.put("statusAt", NOW);
    expected.put("statusVersion", 1);
    expected.put("receivedAt", NOW);
    expected.put("dueAt", Given.at("2026-03-20T23:59:59"));
    expected.put("dueSource", "computed");
    expected.put("dueProvisional", false);
    expected.put("calendarVersion", RULES.dueDates().calendar().version());
    expected.put("pauses", List.of(Map.of("from", "2026-03-10")));
    expected.put("supplementsAsked", 0);
    expected.put("documents", List.of(Map.of("code", "birth", "digitised", true, "reused", false)));
    expected.put("responsible", Map.of("unit", "HN-STP", "role", "Chuyên viên"));
    expected.put("applicant", applicant());
    expected.put("registration", item().text("registration"));
    expected.put("openIn", item().text("openIn"));
    expected.put("version", 1);
    expected.put("createdAt", NOW);
    expected.put("updatedAt", NOW);
    expected.put("payments", Map.of());
    expected.put("results", Map.of());
    expected.put("portal", PortalPlace.FIRST.of(CODE.value()));
    expected.put("portalSince", Time.sortable(NOW));
    expected.put("portalWanted", 1);
    expected.put("portalSteps", List.of(Map.of("status", 6, "at", NOW)));
    assertThat(item().attributes()).isEqualTo(Item.of(expected).attributes());
    assertThat(item().text("registration")).matches("[0-9a-f]{64}");
    assertThat(item().text("openIn")).matches("HN-STP/[0-7]");
  }

  @Test
  void anEndedDossierHasTheSecondAtWhichItExpires() {
    create(Given.register(NOW));
    dossiers.change(CODE, now -> RULES.decide(now, to(DossierStatus.WITHDRAWN), NOW));
    assertThat(item().number("expires")).isEqualTo(NOW.plus(Duration.ofDays(730)).getEpochSecond());
  }

  @Test
  void whatStopsIsRemoved() {
    create(Given.register(NOW));
    dossiers.change(CODE, now -> RULES.decide(now, to(DossierStatus.FEE_DUE), NOW));
    assertThat(item().number("resumesTo")).isEqualTo(2);
    dossiers.change(CODE, now -> RULES.decide(now, to(DossierStatus.PROCESSING), NOW));
    assertThat(item().has("resumesTo")).isFalse();
  }

  @Test
  void whatOthersKeepInTheItemStays() {
    create(Given.register(NOW));
    table.write(Update.of(KEY).set("portalVersion", 1).set("portalDue", "2026-03-10T07:30:00Z"));
    dossiers.change(CODE, now -> RULES.decide(now, to(DossierStatus.PROCESSING), NOW));
    assertThat(item().number("portalVersion")).isEqualTo(1);
    assertThat(item().has("portalDue")).isTrue();
  }

  @Test
  void whatChangesIsOwedToThePortalSinceTheFirstChangeThatItLacks() {
    create(Given.register(NOW));
    dossiers.change(
        CODE, now -> RULES.decide(now, to(DossierStatus.PROCESSING, NOW), NOW.plusSeconds(60)));

    assertThat(item().text("portalSince")).isEqualTo(Time.sortable(NOW));
    assertThat(item().number("portalWanted")).isEqualTo(2);
    assertThat(item().list("portalSteps"))
        .extracting(it -> it.number("status"))
        .containsExactly(2L, 4L);
  }

  @Test
  void whatThePortalRefusedWaitsAgainOnceTheDossierChanges() {
    create(Given.register(NOW));
    table.write(
        Update.of(KEY)
            .set("portal", "againRefused")
            .set("portalKnown", "again/3")
            .set("portalRefused", "Sai mã"));

    dossiers.change(CODE, now -> RULES.decide(now, to(DossierStatus.PROCESSING), NOW));

    assertThat(item().text("portal")).isEqualTo("again/3");
    assertThat(item().has("portalRefused")).isFalse();
  }

  @Test
  void aRegistrationIsDecidedOnTheDossierThatIsThere() {
    create(Given.register(NOW));
    // For a new dossier this promise would lie before its receipt, which is now.
    Register late =
        new Register(CODE, Given.filing(null), DossierStatus.PROCESSING, NOW.plusSeconds(60));
    Decision decision =
        dossiers.create(CODE, now -> RULES.decide(now, late, NOW.plusSeconds(3600)));
    assertThat(Given.changed(decision).version()).isEqualTo(2);
  }

  @Test
  void aDossierThatIsNotThereIsNotFound() {
    assertThat(dossiers.find(CODE)).isEmpty();
    assertThat(dossiers.change(CODE, now -> RULES.decide(now, to(DossierStatus.DONE), NOW)))
        .isEqualTo(new Decision.Unknown());
    assertThat(item().isEmpty()).isTrue();
  }

  private void create(Register register) {
    dossiers.create(CODE, now -> RULES.decide(now, register, NOW));
  }

  private Item item() {
    return table.get(KEY);
  }

  private static Map<String, Object> applicant() {
    return Map.of(
        "name", "An",
        "phone", "+84912345678",
        "email", "an@example.vn",
        "pushEndpoint", Given.ENDPOINT,
        "language", "vi",
        "consent", true);
  }
}
