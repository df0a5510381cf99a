package dev.hoso.results.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.results.Erasure;
import dev.hoso.results.Given;
import dev.hoso.results.Together;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasureApiTest {
  private static final String WHY = "{\"reason\":\"theo đơn\",\"by\":\"Bộ phận một cửa\"}";

  @ParameterizedTest
  @EnumSource(DossierStatus.class)
  void anEndedDossierIsErasedAndNoOther(DossierStatus status) {
    String dossier = Api.dossier("2.000635", status);

    Api.Answer answer = erase(dossier, WHY);

    if (status.ended()) {
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.json())
          .containsEntry("dossier", dossier)
          .containsEntry("status", "requested")
          .containsEntry("requestedBy", "Bộ phận một cửa");
      assertThat(erasure(dossier).reason()).isEqualTo("theo đơn");
      assertThat(erasure(dossier).due()).isNotNull();
    } else {
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:dossier-under-way");
      assertThat(answer.text("detail"))
          .isEqualTo(
              "The dossier %s is at %d (%s). Its data can be deleted once it is refused, withdrawn, stopped or returned."
                  .formatted(dossier, status.code(), status.title().en()));
      assertThat(Api.RESULTS.of(new DossierCode(dossier)).erasure()).isNull();
    }
  }

  @Test
  void aRepeatHasTheFirstRequestAndHowFarItIs() {
    String dossier = Api.dossier("2.000635", DossierStatus.RETURNED);
    Api.Answer first = erase(dossier, WHY);

    assertThat(erase(dossier, WHY)).isEqualTo(first);
    assertThat(erase(dossier, "{\"reason\":\"khác\",\"by\":\"Khác\"}")).isEqualTo(first);

    List<Erasure.Deleted> deleted = List.of(new Erasure.Deleted("KQ1", "ab"));
    Api.RESULTS.erased(new DossierCode(dossier), deleted, Given.NOW, null);
    assertThat(erase(dossier, WHY).json())
        .containsEntry("status", "done")
        .containsEntry("requestedAt", first.text("requestedAt"))
        .containsEntry("doneAt", "2026-11-23T14:30:10+07:00")
        .containsEntry("documents", 1L);
  }

  @Test
  void manyRequestsAtOnceAreOne() throws Exception {
    String dossier = Api.dossier("2.000635", DossierStatus.RETURNED);

    List<Api.Answer> answers = Together.times(8, () -> erase(dossier, WHY));

    assertThat(answers).containsOnly(answers.getFirst());
  }

  @Test
  void anUnknownDossierIsNotFound() {
    Api.Answer answer = erase("H26.15-261123-9999", WHY);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("type")).isEqualTo("urn:hoso:problem:unknown-dossier");
  }

  @Test
  void resultsOfADossierThatIsNoLongerKeptAreErasedAllTheSame() {
    DossierCode gone = new DossierCode("H26.15-231123-0042");
    Api.RESULTS.create(Given.received(1).numbered(Given.number(gone, 1)));

    assertThat(erase(gone.value(), WHY).status()).isEqualTo(202);
  }

  @Test
  void itSaysWhyAndByWhom() {
    String dossier = Api.dossier("2.000635", DossierStatus.RETURNED);

    assertThat(erase(dossier, "{\"reason\":\" \"}").faults())
        .containsEntry("reason", "must be one line of 1 to 500 characters")
        .containsEntry("by", "is required: one line of 1 to 100 characters");
    assertThat(erase("x", WHY).faults()).containsOnlyKeys("code");
  }

  private static Erasure erasure(String dossier) {
    return Api.RESULTS.erasure(new DossierCode(dossier)).orElseThrow();
  }

  private static Api.Answer erase(String dossier, String body) {
    return Api.post("/dossiers/" + dossier + "/erasure", body).send();
  }
}
