package dev.hoso.dossiers.api;

import static dev.hoso.dossiers.api.ApiForTests.NOW;
import static dev.hoso.dossiers.api.Requests.REGISTRATION;
import static dev.hoso.dossiers.api.Requests.code;
import static dev.hoso.dossiers.api.Requests.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Settings;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Item;
import dev.hoso.dossiers.Command;
import dev.hoso.dossiers.Command.Erase;
import dev.hoso.dossiers.Command.TakeResult;
import dev.hoso.dossiers.DossierRules;
import dev.hoso.dossiers.Dossiers;
import dev.hoso.dossiers.Result;
import dev.hoso.dossiers.api.ApiForTests.Answer;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dossier's results, and what is left of an erased one, as officers' systems see them. */
class ResultsShownTest {
  private static final ApiForTests API = new ApiForTests();
  private static final DossierRules RULES =
      DossierRules.of(Catalogue.load(null), WorkingCalendar.load(null), Settings.of(Map.of()));

  private final String code = registered();

  @Test
  void anIssuedResultIsShownWithWhereItIsVerified() {
    take(result(1, "sealed"));
    assertThat(API.get("/dossiers/" + code).body())
        .contains(
            ("\"results\":[{\"number\":\"%s-KQ1\",\"resultId\":\"0000-0000-0000-0001-2\","
                    + "\"verifyUrl\":\"https://hoso.example.gov.vn/verify/00000000000000012\","
                    + "\"status\":\"issued\",\"title\":\"Giấy khai sinh\",\"unit\":\"HN-STP\","
                    + "\"version\":2,\"sealedAt\":\"2026-03-10T14:30:00+07:00\","
                    + "\"issuedAt\":\"2026-03-10T14:30:00+07:00\",\"sha256\":\"%s\"}]")
                .formatted(code, "ab".repeat(32)));
  }

  @Test
  void resultsStandInTheOrderOfTheirNumbers() {
    for (int ordinal : new int[] {10, 2, 1, 3}) {
      take(result(ordinal, "sealed"));
    }
    assertThat(results())
        .extracting(it -> it.get("number").getStringValue())
        .containsExactly(code + "-KQ1", code + "-KQ2", code + "-KQ3", code + "-KQ10");
  }

  @Test
  void aResultThatWaitsSaysForWhat() {
    API.status(code, status(5));
    take(result(1, "sealed"));
    JsonNode waiting = results().getFirst();
    assertThat(waiting.get("status").getStringValue()).isEqualTo("sealed");
    assertThat(waiting.get("waitsFor").getStringValue()).isEqualTo("documents");
    assertThat(waiting.get("issuedAt")).isNull();
  }

  @Test
  void aCorrectionAndWhatItCorrectsNameEachOther() {
    take(result(1, "sealed"));
    Map<String, Object> correction = result(2, "sealed");
    correction.put("replaces", code + "-KQ1");
    take(correction);
    assertThat(results().getFirst().get("supersededBy").getStringValue()).isEqualTo(code + "-KQ2");
    assertThat(results().getLast().get("replaces").getStringValue()).isEqualTo(code + "-KQ1");
  }

  @Test
  void aRevokedAndFetchedOneSaysWhen() {
    Map<String, Object> revoked = result(1, "revoked");
    revoked.put("revokedAt", NOW);
    revoked.put("revocationReason", "Sai tên");
    revoked.put("handedOutAt", NOW);
    revoked.put("documentDeletedAt", NOW);
    take(revoked);
    JsonNode shown = results().getFirst();
    for (String time : List.of("revokedAt", "handedOutAt", "documentDeletedAt")) {
      assertThat(shown.get(time).getStringValue()).isEqualTo("2026-03-10T14:30:00+07:00");
    }
    assertThat(shown.get("revocationReason").getStringValue()).isEqualTo("Sai tên");
  }

  @Test
  void aRefusedOneSaysWhy() {
    Map<String, Object> refused = result(1, "refused");
    refused.put("reasons", List.of(Map.of("type", "no-signature", "detail", "It is not signed.")));
    take(refused);
    JsonNode reason = results().getFirst().get("reasons").get(0);
    assertThat(reason.get("type").getStringValue()).isEqualTo("no-signature");
    assertThat(reason.get("detail").getStringValue()).isEqualTo("It is not signed.");
  }

  @Test
  void aStatusThatLetsAResultOutIsAnsweredWithWhereThatLed() {
    API.status(code, status(5));
    take(result(1, "sealed"));
    Answer answer = API.status(code, status(4));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("status").getIntValue()).isEqualTo(9);
    Answer again = API.status(code, status(4));
    assertThat(again.header("ETag")).isEqualTo(answer.header("ETag"));
    assertThat(again.body()).isEqualTo(answer.body());
  }

  @Test
  void anErasedDossierIsShownWithoutItsApplicant() {
    API.status(code, status(7));
    take(new Erase());
    String erased = API.get("/dossiers/" + code).body();
    assertThat(erased)
        .contains("\"applicant\":{\"name\":\"\",\"language\":\"vi\",\"consent\":false}")
        .contains("\"erasedAt\":\"2026-03-10T14:30:00+07:00\"")
        .doesNotContain("Nguyễn", "912345678", "an@example.vn");
  }

  @Test
  void anErasedDossierTakesNoRegistrationAndNoStatus() {
    API.status(code, status(8));
    take(new Erase());
    for (Answer answer : List.of(API.put(code, REGISTRATION), API.status(code, status(4)))) {
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.json().get("type").getStringValue())
          .isEqualTo("urn:hoso:problem:dossier-erased");
    }
    assertThat(API.status(code, status(8)).status()).isEqualTo(200);
  }

  private static String registered() {
    String code = code();
    API.put(code, REGISTRATION);
    return code;
  }

  private Map<String, Object> result(int ordinal, String status) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("number", code + "-KQ" + ordinal);
    item.put("result", "00000000000000012");
    item.put("status", status);
    item.put("version", 2L);
    item.put("title", "Giấy khai sinh");
    item.put("unit", "HN-STP");
    item.put("sha256", "ab".repeat(32));
    item.put("sealedAt", NOW);
    return item;
  }

  private void take(Map<String, Object> result) {
    take(new TakeResult(Result.reported(Item.of(result))));
  }

  private void take(Command reported) {
    new Dossiers(API.dossiers)
        .change(new DossierCode(code), now -> RULES.decide(now, reported, NOW));
  }

  private List<JsonNode> results() {
    List<JsonNode> all = new ArrayList<>();
    API.get("/dossiers/" + code).json().get("results").values().forEach(all::add);
    return all;
  }
}
