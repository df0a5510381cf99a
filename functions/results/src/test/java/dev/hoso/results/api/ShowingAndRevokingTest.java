package dev.hoso.results.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierCode;
import dev.hoso.core.dynamo.Update;
import dev.hoso.results.Command;
import dev.hoso.results.Given;
import dev.hoso.results.Result;
import dev.hoso.results.ResultStatus;
import dev.hoso.results.Together;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ShowingAndRevokingTest {
  private static final String WHY = "{\"reason\":\"sai họ tên\",\"by\":\"Trưởng phòng\"}";

  private final String dossier = Api.dossier();

  @ParameterizedTest
  @EnumSource(ResultStatus.class)
  void aResultIsShownInEveryStatus(ResultStatus status) {
    Result result = stands(status);

    Api.Answer shown = show("KQ1");

    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.text("status")).isEqualTo(status.code());
    assertThat(shown.text("number")).isEqualTo(dossier + "-KQ1");
    assertThat(shown.text("resultId")).isEqualTo(result.request().result().text());
    assertThat(shown.text("title")).isEqualTo("Trích lục khai sinh của Nguyễn Văn An");
    assertThat(shown.text("createdAt")).isEqualTo("2026-11-23T14:30:10+07:00");
  }

  @Test
  void whatIsKnownOfItsDocumentIsShown() {
    Result result = stands(ResultStatus.ISSUED);

    assertThat(show(dossier + "-KQ1").json())
        .containsEntry("sha256", result.sealed().sha256())
        .containsEntry("size", (long) Given.PDF.length)
        .containsEntry("signer", "CN=Sở Tư pháp")
        .containsEntry("sealedAt", "2026-11-23T14:30:10+07:00")
        .containsEntry("issuedAt", "2026-11-23T14:30:10+07:00")
        .containsEntry("handOuts", 0L);
  }

  @Test
  void handOutsAreShown() {
    stands(ResultStatus.ISSUED);
    for (int n = 1; n <= 2; n++) {
      var at = Given.NOW.plusSeconds(n);
      Api.RESULTS.change(number(), now -> Given.RULES.decide(now, new Command.HandOut(), at));
    }

    assertThat(show("KQ1").json())
        .containsEntry("handOuts", 2L)
        .containsEntry("handedOutAt", "2026-11-23T14:30:11+07:00")
        .containsEntry("lastHandedOutAt", "2026-11-23T14:30:12+07:00")
        .containsEntry(
            "handOutLog",
            List.of(
                Map.of("at", "2026-11-23T14:30:11+07:00"),
                Map.of("at", "2026-11-23T14:30:12+07:00")));
  }

  @Test
  void whyItWasRefusedIsShown() {
    stands(ResultStatus.REFUSED);

    assertThat(show("KQ1").json())
        .containsEntry(
            "reasons", List.of(Map.of("type", "no-signature", "detail", "It is not signed.")));
  }

  @Test
  void whatWasSentIsNotShown() {
    DossierCode code = new DossierCode(dossier);
    Api.RESULTS.create(
        Given.receivedFields(1, Map.of("fullName", "Trần Văn Bình"))
            .numbered(Given.number(code, 1)));

    assertThat(show("KQ1").body()).doesNotContain("Trần Văn Bình", "uploads/");
  }

  @Test
  void whatTheDossierDecidedIsShownFromTheMomentOnWhenItDid() {
    stands(ResultStatus.SEALED);

    decided(Map.of("status", "sealed", "waitsFor", "fee"));
    assertThat(show("KQ1").json())
        .containsEntry("status", "sealed")
        .containsEntry("waitsFor", "fee");

    decided(Map.of("status", "issued", "issuedAt", "2026-11-24T08:00:00+07:00"));
    assertThat(show("KQ1").json())
        .containsEntry("status", "issued")
        .containsEntry("issuedAt", "2026-11-24T08:00:00+07:00")
        .doesNotContainKey("waitsFor");
  }

  @Test
  void aRevokedResultIsRevokedWhateverTheDossierSays() {
    stands(ResultStatus.REVOKED);
    decided(Map.of("status", "issued", "issuedAt", "2026-11-24T08:00:00+07:00"));

    assertThat(show("KQ1").text("status")).isEqualTo("revoked");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    Api.Answer answer = show("KQ1");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:unknown-result");
    assertThat(answer.text("detail")).isEqualTo("There is no result " + dossier + "-KQ1.");
    assertThat(revoke(WHY).status()).isEqualTo(404);
  }

  @Test
  void whatIsNoNumberIsNamed() {
    assertThat(show("1").faults())
        .containsExactly(
            Map.entry(
                "number", "must be a result of this dossier, like KQ1 or " + dossier + "-KQ1"));
    assertThat(show("erasure").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @EnumSource(
      value = ResultStatus.class,
      names = {"SEALED", "ISSUED"})
  void aGoodResultIsRevoked(ResultStatus status) {
    stands(status);

    Api.Answer answer = revoke(WHY);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .containsEntry("status", "revoked")
        .containsEntry("revokedBy", "Trưởng phòng")
        .containsEntry("revocationReason", "sai họ tên")
        .containsKey("revokedAt");
    assertThat(Api.RESULTS.find(number()).orElseThrow().due()).isNotNull();
  }

  @Test
  void aRepeatedRevocationHasTheFirstAnswer() {
    stands(ResultStatus.ISSUED);
    Api.Answer first = revoke(WHY);

    assertThat(revoke(WHY)).isEqualTo(first);
    assertThat(revoke("{\"reason\":\"khác\",\"by\":\"Giám đốc\"}")).isEqualTo(first);
  }

  @Test
  void manyWhoRevokeAtOnceRevokeOnce() throws Exception {
    stands(ResultStatus.ISSUED);

    List<Api.Answer> answers = Together.times(8, () -> revoke(WHY));

    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(answers.getFirst().json()).containsEntry("version", 4L);
  }

  @ParameterizedTest
  @CsvSource({
    "RECEIVED,   is still being checked or sealed. Try again in a minute.",
    "REFUSED,    'was refused, so nobody can rely on it.'",
    "SUPERSEDED, is superseded. Revoke the one that took its place."
  })
  void whatNobodyReliesOnCannotBeRevoked(ResultStatus status, String why) {
    stands(status);

    Api.Answer answer = revoke(WHY);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:not-revocable");
    assertThat(answer.text("detail")).isEqualTo("The result " + dossier + "-KQ1 " + why);
  }

  @Test
  void aRevocationSaysWhyAndByWhom() {
    stands(ResultStatus.ISSUED);

    assertThat(revoke("{}").faults())
        .containsEntry("reason", "is required: one line of 1 to 500 characters")
        .containsEntry("by", "is required: one line of 1 to 100 characters");
    assertThat(revoke("[]").faults()).containsExactly(Map.entry("body", "must be a JSON object"));
    assertThat(show("KQ1").text("status")).isEqualTo("issued");
  }

  private Result stands(ResultStatus status) {
    Result result = Given.standing(status, number());
    Api.RESULTS.create(result);
    return result;
  }

  private dev.hoso.core.ResultNumber number() {
    return Given.number(new DossierCode(dossier), 1);
  }

  private void decided(Map<String, Object> decision) {
    Api.DOSSIERS.write(
        Update.of(Map.of("code", dossier))
            .set("results", Map.of(number().value(), new HashMap<>(decision))));
  }

  private Api.Answer show(String number) {
    return Api.get("/dossiers/" + dossier + "/results/" + number).send();
  }

  private Api.Answer revoke(String body) {
    return Api.post("/dossiers/" + dossier + "/results/KQ1/revocation", body).send();
  }
}
