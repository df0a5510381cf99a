package dev.hoso.results.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierCode;
import dev.hoso.core.dynamo.Item;
import dev.hoso.results.Command;
import dev.hoso.results.Given;
import dev.hoso.results.Result;
import dev.hoso.results.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same request again, with the caller's own name for it and without. */
class RepeatsTest {
  private static final String FIELDS =
      """
      {"fields":{"requester":"A","event":"Khai sinh","fullName":"Nguyễn Thị Ánh","birthDate":"1",
       "sex":"Nữ","nationality":"Việt Nam","register":"1","registered":"2"}}""";

  private final String dossier = Api.dossier();

  @Test
  void aRepeatHasTheFirstAnswer() {
    Api.Answer first = Api.issue(dossier, Api.unsigned()).key("k-1").send();

    Api.Answer again = Api.issue(dossier, Api.unsigned()).key("k-1").send();

    assertThat(again).isEqualTo(first);
    assertThat(first.status()).isEqualTo(201);
    assertThat(results()).hasSize(1);
  }

  @Test
  void aRepeatHasTheFirstAnswerAlsoWhenTheResultIsSealed() {
    Api.Answer first = Api.issue(dossier, FIELDS).key("k-1").send();
    Result received = results().getFirst();
    Command seal = new Command.Seal(Given.document(received));
    Api.RESULTS.change(received.number(), now -> Given.RULES.decide(now, seal, Given.NOW));

    assertThat(Api.issue(dossier, FIELDS).key("k-1").send()).isEqualTo(first);
  }

  @Test
  void manyRepeatsAtOnceAreOneResult() throws Exception {
    List<Api.Answer> answers =
        Together.times(12, () -> Api.issue(dossier, Api.unsigned()).key("k-1").send());

    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(answers.getFirst().status()).isEqualTo(201);
    assertThat(results()).hasSize(1);
  }

  @Test
  void withoutAKeyTheSameAgainIsAnother() {
    Api.issue(dossier, Api.unsigned()).send();
    Api.issue(dossier, Api.unsigned()).send();

    assertThat(results()).hasSize(2);
  }

  @Test
  void withAnotherKeyOrForAnotherDossierItIsAnother() {
    Api.issue(dossier, Api.unsigned()).key("k-1").send();
    String other = Api.dossier();

    assertThat(Api.issue(dossier, Api.unsigned()).key("k-2").send().text("number"))
        .isEqualTo(dossier + "-KQ2");
    assertThat(Api.issue(other, Api.unsigned()).key("k-1").send().text("number"))
        .isEqualTo(other + "-KQ1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"signed\":\"JVBERi0xLjcgdGhlIHBhcGVyIGl0c2VsZg==\"}",
        "{\"unsigned\":\"JVBERi0xLjc=\"}",
        "{\"unsigned\":\"JVBERi0xLjcgdGhlIHBhcGVyIGl0c2VsZg==\",\"title\":\"Khác\"}",
        "{\"unsigned\":\"JVBERi0xLjcgdGhlIHBhcGVyIGl0c2VsZg==\",\"unit\":\"HN-STP\"}"
      })
  void anotherRequestUnderTheSameKeyIsRefused(String other) {
    Api.issue(dossier, Api.unsigned()).key("k-1").send();

    Api.Answer answer = Api.issue(dossier, other).key("k-1").send();

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:idempotency-key-reused");
    assertThat(answer.text("detail"))
        .isEqualTo(
            "This Idempotency-Key named another request, which made %s-KQ1. Name another key."
                .formatted(dossier));
    assertThat(results()).hasSize(1);
  }

  @Test
  void theOrderOfFieldsIsNoOtherRequest() {
    Api.Answer first = Api.issue(dossier, FIELDS).key("k-1").send();
    String turned =
        FIELDS.replace("\"requester\":\"A\",", "").replace("}}", ",\"requester\":\"A\"}}");

    assertThat(Api.issue(dossier, turned).key("k-1").send()).isEqualTo(first);
    assertThat(Api.issue(dossier, FIELDS.replace("\"A\"", "\"B\"")).key("k-1").send().status())
        .isEqualTo(422);
  }

  @Test
  void ofTheKeyOnlyADigestIsKept() {
    Api.issue(dossier, Api.unsigned()).key("somebodys-key").send();

    Item item = Api.RESULTS.table().get(Map.of("dossier", dossier, "number", dossier + "-KQ1"));
    assertThat(item.text("idempotencyKey")).matches("[0-9a-f]{64}");
    assertThat(item.text("request")).matches("[0-9a-f]{64}");
    assertThat(item.attributes().toString()).doesNotContain("somebodys-key");
  }

  @Test
  void aKeyThatIsNoneIsNamed() {
    Api.Answer answer = Api.issue(dossier, Api.unsigned()).key("a b").send();

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.faults())
        .containsExactly(Map.entry("Idempotency-Key", "must be 1 to 255 visible characters"));
  }

  private List<Result> results() {
    return Api.RESULTS.of(new DossierCode(dossier)).results();
  }
}
