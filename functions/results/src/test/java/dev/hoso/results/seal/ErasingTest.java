package dev.hoso.results.seal;

import static dev.hoso.results.Given.CODE;
import static dev.hoso.results.Given.NOW;
import static dev.hoso.results.Given.PDF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierCode;
import dev.hoso.core.dynamo.Item;
import dev.hoso.results.Command;
import dev.hoso.results.Documents;
import dev.hoso.results.Erasure;
import dev.hoso.results.Given;
import dev.hoso.results.Result;
import dev.hoso.results.ResultRules;
import dev.hoso.results.ResultStatus;
import dev.hoso.results.Source;
import dev.hoso.results.bucket.StorageForTests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A citizen's request for deletion. */
class ErasingTest {
  private static final String TITLE = "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyObjectOfTheDossierIsDeletedAndNoOthers(boolean versions) {
    Scene scene =
        new Scene(
            versions ? StorageForTests.keepingVersions() : StorageForTests.withoutVersions(),
            Duration.ZERO);
    twoSealedAndAnUpload(scene);
    DossierCode neighbour = new DossierCode("H26.15-261123-00421");
    String others = Documents.uploadKey(neighbour, "0123456789ABCDEF");
    scene.storage.put(others, PDF);

    scene.stream(requested(scene));

    assertThat(scene.storage.keys()).containsExactly(others);
    if (versions) {
      assertThat(scene.storage.allKeys()).containsOnly(others);
    }
  }

  @Test
  void whatWasDeletedIsOnRecord() {
    Scene scene = new Scene();
    twoSealedAndAnUpload(scene);
    String sha256 = scene.result(1).sealed().sha256();
    scene.clock.advance(Duration.ofHours(1));

    scene.stream(requested(scene));

    Item record = scene.item("erasure");
    assertThat(record.text("status")).isEqualTo("done");
    assertThat(record.number("version")).isEqualTo(2);
    assertThat(record.time("doneAt")).isEqualTo(scene.clock.instant());
    assertThat(record.number("documents")).isEqualTo(2);
    assertThat(record.list("deleted").getFirst())
        .isEqualTo(Item.of(Map.of("number", Given.number(1).value(), "sha256", sha256)));
    assertThat(record.has("owed") || record.has("due")).isFalse();
  }

  @Test
  void resultsKeepWhatIsVerifiableAndNothingPersonal() {
    Scene scene = new Scene();
    twoSealedAndAnUpload(scene);
    Result before = scene.result(1);
    scene.results.change(
        Given.number(2),
        now -> Given.RULES.decide(now, new Command.Revoke("sai tên bà Ánh", "Trưởng phòng"), NOW));

    scene.stream(requested(scene));

    assertThat(scene.result(1).sealed()).isEqualTo(before.sealed());
    assertThat(scene.result(1).history().documentDeletedAt()).isEqualTo(NOW);
    assertThat(scene.result(1).request().title()).isEqualTo(TITLE);
    assertThat(scene.item(2).attributes().toString()).doesNotContain("bà Ánh", "Nguyễn Văn An");
  }

  @Test
  void whatIsStillToBeSealedIsRefused() {
    Scene scene = new Scene();
    scene.sent(1, Source.UNSIGNED, PDF);
    Item received = scene.item(1);

    scene.stream(requested(scene));
    scene.stream(received);

    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.REFUSED);
    assertThat(scene.result(1).reasons()).containsExactly(ResultRules.ERASED);
    assertThat(scene.sealer.papers).isEmpty();
    assertThat(scene.storage.allKeys()).isEmpty();
  }

  @Test
  void whatIsBeingSealedMeanwhileIsRefusedAndItsDocumentDeleted() {
    Scene scene = new Scene();
    scene.sent(1, Source.UNSIGNED, PDF);
    scene.sealer.meanwhile = () -> scene.stream(requested(scene));

    scene.stream(scene.item(1));

    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.REFUSED);
    assertThat(scene.storage.allKeys()).isEmpty();
  }

  @Test
  void whatComesInAfterItIsNotSealed() {
    Scene scene = new Scene();
    scene.stream(requested(scene));
    scene.sent(1, Source.UNSIGNED, PDF);

    scene.stream(scene.item(1));

    assertThat(scene.result(1).reasons()).containsExactly(ResultRules.ERASED);
  }

  @Test
  void whatAKilledSealingLeftAfterwardsIsSweptMinutesLater() {
    Scene scene = new Scene();
    Result sent = scene.sent(1, Source.UNSIGNED, PDF);
    scene.stream(requested(scene));
    scene.storage.put("results/" + sent.request().result().value() + "/late.pdf", PDF);

    scene.dueAfter(Duration.ofMinutes(5));

    assertThat(scene.storage.allKeys()).isEmpty();
    assertThat(scene.item("erasure").text("status")).isEqualTo("done");
    assertThat(scene.item("erasure").has("owed")).isFalse();
  }

  @Test
  void whatTheStreamDidNotDeleteIsDeletedAfterTwoMinutes() {
    Scene scene = new Scene();
    twoSealedAndAnUpload(scene);
    requested(scene);

    scene.dueAfter(Duration.ofMinutes(2));

    assertThat(scene.storage.allKeys()).isEmpty();
    assertThat(scene.item("erasure").text("status")).isEqualTo("done");
  }

  @Test
  void anErasureThatWasCutOffIsDoneAgainAndCountsWhatItDeletedBefore() {
    Scene scene = new Scene();
    twoSealedAndAnUpload(scene);
    Item request = requested(scene);
    Command erase = new Command.Erase(TITLE);
    scene.results.change(Given.number(1), now -> Given.RULES.decide(now, erase, NOW));
    new Documents(scene.storage.bucket()).deleteAll(scene.result(1).request().result());

    scene.stream(request);
    scene.stream(request);

    assertThat(scene.item("erasure").number("documents")).isEqualTo(2);
    assertThat(scene.item("erasure").number("version")).isEqualTo(2);
    assertThat(scene.storage.allKeys()).isEmpty();
  }

  @Test
  void documentsWhoseTimeWasOverEarlierAreNotCounted() {
    Scene scene = new Scene();
    twoSealedAndAnUpload(scene);
    scene.results.change(
        Given.number(1), now -> Given.RULES.decide(now, new Command.DeleteDocument(), NOW));
    scene.clock.advance(Duration.ofHours(1));

    scene.stream(requested(scene));

    assertThat(scene.results.erasure(CODE).orElseThrow().deleted())
        .extracting(Erasure.Deleted::number)
        .isEqualTo(List.of(Given.number(2).value()));
  }

  @Test
  void aDossierWithoutResultsIsErasedTheSameWay() {
    Scene scene = new Scene();
    scene.storage.put(Documents.uploadKey(CODE, "0123456789ABCDEF"), PDF);

    scene.stream(requested(scene));

    assertThat(scene.item("erasure").number("documents")).isZero();
    assertThat(scene.storage.allKeys()).isEmpty();
  }

  private static void twoSealedAndAnUpload(Scene scene) {
    for (int n = 1; n <= 2; n++) {
      scene.sent(n, Source.UNSIGNED, PDF);
      scene.stream(scene.item(n));
    }
    // Put twice: the first is an older version.
    String upload = Documents.uploadKey(CODE, "0123456789ABCDEF");
    scene.storage.put(upload, PDF);
    scene.storage.put(upload, PDF);
  }

  private static Item requested(Scene scene) {
    scene.results.request(
        Erasure.requested(CODE, scene.clock.instant(), "Bộ phận một cửa", "theo đơn"));
    return scene.item("erasure");
  }
}
