package dev.hoso.citizen.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.citizen.Api;
import dev.hoso.core.ResultId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifying as a system does. */
class VerifyApiTest {
  @Test
  void aGenuineResultIsValid() {
    Sealed result = Sealed.result("issued").inDossier(1, "issued", Map.of()).kept();

    Api.Answer answer = Api.json(result.address()).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            Map.of(
                "resultId",
                result.id.text(),
                "number",
                result.number,
                "status",
                "valid",
                "unit",
                Map.of(
                    "code",
                    "HN-STP",
                    "name",
                    Map.of("vi", "Sở Tư pháp", "en", "Department of Justice")),
                "issuedAt",
                "2026-11-24T10:00:00+07:00",
                "sealedAt",
                "2026-11-24T09:59:00+07:00",
                "sha256",
                result.sha256));
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void aSupersededResultNamesItsSuccessor() {
    Sealed result =
        Sealed.result("superseded").with("supersededBy", "H26.15-261123-0042-KQ2").keptAlone();

    assertThat(Api.json(result.address()).send().json())
        .containsEntry("status", "superseded")
        .containsEntry("supersededBy", "H26.15-261123-0042-KQ2")
        .containsEntry("supersededAt", "2026-11-24T10:01:00+07:00");
  }

  @Test
  void aRevokedResultSaysSinceWhenAndNotWhy() {
    Sealed result =
        Sealed.result("revoked")
            .with("revokedAt", "2026-11-25T10:00:00+07:00")
            .with("revocationReason", "Sai tên Trần Văn Bình")
            .keptAlone();

    Api.Answer answer = Api.json(result.address()).send();

    assertThat(answer.json())
        .containsEntry("status", "revoked")
        .containsEntry("revokedAt", "2026-11-25T10:00:00+07:00");
    assertThat(answer.body()).doesNotContain("Bình", "revocationReason", "title");
  }

  @Test
  void aMistypedIdIsAProblem() {
    Api.Answer answer = Api.json("/verify/ABCD-EFGH-JKMN-PQRS-0").send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:invalid");
    assertThat(answer.text("detail")).contains("mistyped");
  }

  @Test
  void anUnknownIdIsAProblem() {
    Api.Answer answer = Api.json("/verify/" + ResultId.random()).send();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:unknown-result");
  }

  @Test
  void aSystemAsksByIdAndHashAndHearsWhetherTheyBelongTogether() {
    Sealed result = Sealed.result("issued").keptAlone();
    String id = result.id.text();

    assertThat(ask(id, result.sha256).json())
        .containsEntry("matches", true)
        .containsEntry("status", "valid");
    assertThat(ask(id, "0".repeat(64)).json())
        .containsEntry("matches", false)
        .containsEntry("sha256", result.sha256);
  }

  @Test
  void aSystemAsksByOneOfThem() {
    Sealed result = Sealed.result("issued").keptAlone();

    Api.Answer byId = Api.post("/verify", "{\"resultId\":\"" + result.id.value() + "\"}").send();
    Api.Answer byHash = Api.post("/verify", "{\"sha256\":\"" + result.sha256 + "\"}").send();

    assertThat(byId.json()).containsEntry("status", "valid").doesNotContainKey("matches");
    assertThat(byHash.json())
        .containsEntry("resultId", result.id.text())
        .containsEntry("matches", true);
  }

  @Test
  void aHashOfNothingIsAProblem() {
    Api.Answer answer = Api.post("/verify", "{\"sha256\":\"" + "1".repeat(64) + "\"}").send();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:unknown-result");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{};                                resultId",
        "{\"resultId\":null};               resultId",
        "{\"resultId\":\"ABC\"};            resultId",
        "{\"resultId\":17};                 resultId",
        "{\"sha256\":\"xyz\"};              sha256",
        "{\"sha256\":[]};                   sha256",
        "{\"resultId\":\"\",\"sha256\":\"\"}; resultId",
        "[];                                body",
        "not json;                          body",
        "'';                                body",
      })
  void badInputIsAProblemThatNamesTheField(String body, String field) {
    Api.Answer answer = Api.post("/verify", body).send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    @SuppressWarnings("unchecked")
    List<Map<String, String>> errors = (List<Map<String, String>>) answer.json().get("errors");
    assertThat(errors.getFirst()).containsEntry("field", field);
  }

  private static Api.Answer ask(String id, String sha256) {
    return Api.post("/verify", "{\"resultId\":\"%s\",\"sha256\":\"%s\"}".formatted(id, sha256))
        .send();
  }
}
