package dev.hoso.citizen.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.ResultId;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is true where the result's item and the dossier speak of it. */
class TruthTest {
  private static final String NUMBER = "H26.15-261123-0042-KQ1";
  private static final String SUCCESSOR = "H26.15-261123-0042-KQ2";

  @ParameterizedTest
  @CsvSource({
    "sealed,     issued,     VALID",
    "issued,     issued,     VALID",
    "issued,     superseded, SUPERSEDED",
    "superseded, superseded, SUPERSEDED",
    "revoked,    issued,     REVOKED",
    "revoked,    superseded, REVOKED",
    "issued,     revoked,    REVOKED",
    "sealed,     sealed,     ",
    "issued,     sealed,     ",
    "received,   ,           ",
    "sealed,     ,           ",
    "refused,    refused,    ",
    "issued,     ,           VALID",
    "superseded, ,           SUPERSEDED",
    "revoked,    ,           REVOKED",
  })
  void aRevocationWinsThenTheDossierThenTheItem(String own, String dossiers, Validity validity) {
    Item ofDossier =
        dossiers == null ? Item.EMPTY : Item.of(Map.of(NUMBER, Map.of("status", dossiers)));

    assertThat(Truth.of(result(own, Map.of()), ofDossier).map(Verified::validity).orElse(null))
        .isEqualTo(validity);
  }

  @Test
  void itIsSupersededWhenItsSuccessorWasIssued() {
    Item ofDossier =
        Item.of(
            Map.of(
                NUMBER, Map.of("status", "superseded", "supersededBy", SUCCESSOR),
                SUCCESSOR, Map.of("status", "issued", "issuedAt", "2026-11-25T10:00:00+07:00")));

    Verified found = Truth.of(result("issued", Map.of()), ofDossier).orElseThrow();

    assertThat(found.supersededBy()).isEqualTo(SUCCESSOR);
    assertThat(found.supersededAt()).isEqualTo(Instant.parse("2026-11-25T03:00:00Z"));
  }

  @Test
  void whereTheDossierIsGoneTheItemSaysWhen() {
    Item result =
        result(
            "superseded",
            Map.of("supersededBy", SUCCESSOR, "statusAt", "2026-11-25T11:00:00+07:00"));

    Verified found = Truth.of(result, Item.EMPTY).orElseThrow();

    assertThat(found.supersededBy()).isEqualTo(SUCCESSOR);
    assertThat(found.supersededAt()).isEqualTo(Instant.parse("2026-11-25T04:00:00Z"));
  }

  @Test
  void theTimeOfIssueIsTheDossiers() {
    Item ofDossier =
        Item.of(
            Map.of(NUMBER, Map.of("status", "issued", "issuedAt", "2026-11-24T10:00:00+07:00")));

    assertThat(Truth.of(result("sealed", Map.of()), ofDossier).orElseThrow().issuedAt())
        .isEqualTo(Instant.parse("2026-11-24T03:00:00Z"));
  }

  private static Item result(String status, Map<String, ?> more) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("dossier", "H26.15-261123-0042");
    all.put("number", NUMBER);
    all.put("result", ResultId.random().value());
    all.put("unit", "01");
    all.put("status", status);
    all.putAll(more);
    return Item.of(all);
  }
}
