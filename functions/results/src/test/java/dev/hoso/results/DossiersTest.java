package dev.hoso.results;

import static dev.hoso.results.Given.CODE;
import static dev.hoso.results.Given.NOW;
import static dev.hoso.results.Given.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of dossiers, as their own function keeps them. */
class DossiersTest {
  private final Table table = DynamoForTests.table("Dossiers");
  private final Dossiers dossiers = new Dossiers(table);

  @Test
  void theResponsibleUnitAnswersForADossierElseTheOneThatTookItIn() {
    register(Map.of());
    assertThat(dossier().unit()).isEqualTo("01");

    register(Map.of("responsible", Map.of("unit", "HN-STP", "role", "Hộ tịch")));
    assertThat(dossier().unit()).isEqualTo("HN-STP");
    assertThat(dossier().status()).isEqualTo(DossierStatus.PROCESSING);
    assertThat(dossier().procedure()).isEqualTo("2.000635");
  }

  @Test
  void aDossierWithoutResultsHasDecidedNothing() {
    register(Map.of());

    assertThat(dossier().decided(number(1))).isEqualTo(new Decided.Waits(null));
  }

  @Test
  void whatWaitsSaysForWhat() {
    decided(Map.of("status", "sealed", "waitsFor", "fee"));

    assertThat(dossier().decided(number(1))).isEqualTo(new Decided.Waits("fee"));
    assertThat(dossier().decided(number(2))).isEqualTo(new Decided.Waits(null));
  }

  @Test
  void whatIsIssuedSaysWhen() {
    decided(Map.of("status", "issued", "issuedAt", "2026-11-23T14:30:10+07:00"));

    assertThat(dossier().decided(number(1))).isEqualTo(new Decided.Issued(NOW));
  }

  @Test
  void whatIsSupersededSaysByWhat() {
    decided(
        Map.of(
            "status", "superseded",
            "issuedAt", "2026-11-23T14:30:10+07:00",
            "supersededBy", "H26.15-261123-0042-KQ2"));

    assertThat(dossier().decided(number(1))).isEqualTo(new Decided.Superseded(NOW, number(2)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"revoked", "refused", "issued", "superseded"})
  void whatTheResultItselfKnowsOrWhatIsHalfSaidIsNoDecision(String status) {
    decided(Map.of("status", status));

    assertThat(dossier().decided(number(1))).isEqualTo(new Decided.Waits(null));
  }

  @Test
  void aDossierThatIsNotThereIsEmpty() {
    assertThat(dossiers.find(CODE)).isEmpty();
  }

  private void decided(Map<String, Object> decision) {
    register(Map.of("results", Map.of(number(1).value(), decision)));
  }

  private void register(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(more);
    all.put("procedure", "2.000635");
    all.put("unit", "01");
    all.put("status", 4);
    Update update = Update.of(Map.of("code", CODE.value()));
    all.forEach(update::set);
    table.write(update);
  }

  private Dossiers.Dossier dossier() {
    return dossiers.find(CODE).orElseThrow();
  }
}
