package dev.hoso.results.seal;

import static dev.hoso.results.Given.NOW;
import static dev.hoso.results.Given.PDF;
import static dev.hoso.results.Given.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.results.Command;
import dev.hoso.results.Document;
import dev.hoso.results.Documents;
import dev.hoso.results.Given;
import dev.hoso.results.Result;
import dev.hoso.results.ResultStatus;
import dev.hoso.results.Source;
import dev.hoso.results.bucket.StorageForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DueHandlerTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Scene scene = new Scene();

  @Test
  void whatTheStreamDidNotSealIsSealedAfterTwoMinutes() {
    scene.sent(1, Source.UNSIGNED, PDF);

    scene.dueAfter(MINUTE);
    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.RECEIVED);

    scene.dueAfter(MINUTE);
    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.SEALED);
  }

  /** Between the document and the write: the process is gone, and nobody saw an exception. */
  @Test
  void aSealingThatWasKilledIsDoneAgainAndLeavesExactlyOneDocument() {
    Result sent = scene.sent(1, Source.UNSIGNED, PDF);
    Document orphan = Document.of("%PDF-1.7 sealed, and then killed".getBytes());
    new Documents(scene.storage.bucket()).keep(sent.request().result(), orphan);

    scene.dueAfter(MINUTE.multipliedBy(2));

    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.SEALED);
    assertThat(scene.result(1).standing().version()).isEqualTo(2);
    assertThat(scene.storage.allKeys()).containsOnly(scene.result(1).sealed().document());
  }

  /** The same, with the handler itself: what it dies of is no exception that anybody handles. */
  @Test
  void aHandlerThatDiesWhileItSealsLeavesTheWorkToTheNext() {
    scene.sent(1, Source.UNSIGNED, PDF);
    scene.clock.advance(MINUTE.multipliedBy(2));
    scene.sealer.meanwhile =
        () -> {
          throw new OutOfMemoryError("killed");
        };

    assertThat(dies()).isTrue();
    assertThat(scene.result(1).due()).isEqualTo(scene.clock.instant().plus(MINUTE.multipliedBy(2)));

    scene.sealer.meanwhile = () -> {};
    scene.dueAfter(MINUTE.multipliedBy(2));
    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.SEALED);
  }

  @Test
  void oneThatKillsWhoeverTouchesItHoldsBackNoOther() {
    scene.sent(1, Source.UNSIGNED, PDF);
    scene.sent(2, Source.UNSIGNED, PDF);
    scene.clock.advance(MINUTE.multipliedBy(2));
    scene.sealer.meanwhile =
        () -> {
          if (scene.sealer.papers.getLast().number().ordinal() == 1) {
            throw new StackOverflowError("a PDF that is nested too deep");
          }
        };

    dies();
    scene.due();

    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.RECEIVED);
    assertThat(scene.result(2).status()).isEqualTo(ResultStatus.SEALED);
  }

  @Test
  void whatFailsIsTriedAgainAfterGapsThatDouble() {
    scene.sent(1, Source.UNSIGNED, PDF);
    scene.sealer.trouble = new IllegalStateException("The key cannot be reached");

    for (int minutes : new int[] {2, 2, 4, 8, 16, 32, 60, 60}) {
      assertThat(scene.result(1).due())
          .isEqualTo(scene.clock.instant().plus(MINUTE.multipliedBy(minutes)));
      int before = scene.sealer.papers.size();
      scene.dueAfter(MINUTE.multipliedBy(minutes));
      assertThat(scene.sealer.papers).hasSize(before + 1);
    }

    scene.sealer.trouble = null;
    scene.dueAfter(Duration.ofHours(1));
    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.SEALED);
  }

  @Test
  void itGoesOnUntilNothingIsDueAndBeyondOnesThatFail() {
    for (int n = 1; n <= 103; n++) {
      scene.results.create(Given.receivedFields(n, Map.of()));
    }
    scene.sealer.meanwhile =
        () -> {
          if (scene.sealer.papers.getLast().number().ordinal() % 10 == 3) {
            throw new IllegalStateException("this one cannot be rendered");
          }
        };

    scene.dueAfter(MINUTE.multipliedBy(2));

    assertThat(scene.results.of(Given.CODE).results())
        .filteredOn(it -> it.status() == ResultStatus.SEALED)
        .hasSize(92);
    assertThat(scene.results.due(scene.clock.instant(), 10)).isEmpty();
  }

  @Test
  void itStopsBeforeItsTimeIsOver() {
    scene.sent(1, Source.UNSIGNED, PDF);
    scene.clock.advance(MINUTE.multipliedBy(2));

    scene.due(45_000);

    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.RECEIVED);
  }

  @Test
  void whatItsDossierIssuedIsIssuedAndThenOwedNoMore() {
    sealed(1);
    issuedByDossier(1);

    scene.dueAfter(MINUTE);

    Result issued = scene.result(1);
    assertThat(issued.status()).isEqualTo(ResultStatus.ISSUED);
    assertThat(issued.history().issuedAt()).isEqualTo(NOW);
    assertThat(issued.standing().version()).isEqualTo(3);
    assertThat(issued.due()).isNull();
  }

  @Test
  void whatWaitsIsLookedAtAgainAndAgainWithoutANewVersion() {
    sealed(1);
    scene.decided(
        DossierStatus.FEE_DUE,
        Map.of(number(1).value(), Map.of("status", "sealed", "waitsFor", "fee")));

    for (int minutes : new int[] {1, 1, 2, 4, 8, 16, 32, 60, 60}) {
      assertThat(scene.result(1).due())
          .isEqualTo(scene.clock.instant().plus(MINUTE.multipliedBy(minutes)));
      scene.dueAfter(MINUTE.multipliedBy(minutes));
    }

    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.SEALED);
    assertThat(scene.result(1).standing().version()).isEqualTo(2);
  }

  @Test
  void aCorrectedResultTakesTheFirstOnesPlaceAndBothSaySo() {
    sealed(1);
    issuedByDossier(1);
    scene.dueAfter(MINUTE);
    scene.replacing(2, 1);
    scene.stream(scene.item(2));
    scene.decided(
        DossierStatus.DONE, Map.of(number(1).value(), superseded(), number(2).value(), issued()));

    scene.dueAfter(MINUTE);

    assertThat(scene.result(2).status()).isEqualTo(ResultStatus.ISSUED);
    assertThat(scene.result(2).request().replaces()).isEqualTo(number(1));
    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.SUPERSEDED);
    assertThat(scene.result(1).history().supersededBy()).isEqualTo(number(2));
    scene.due();
    assertThat(scene.results.due(scene.clock.instant().plus(Duration.ofDays(9)), 10)).isEmpty();
  }

  @Test
  void bothWaitedAndTheDossierDecidedOnBothAtOnce() {
    sealed(1);
    scene.replacing(2, 1);
    scene.stream(scene.item(2));
    scene.decided(
        DossierStatus.DONE, Map.of(number(1).value(), superseded(), number(2).value(), issued()));

    scene.dueAfter(MINUTE);

    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.SUPERSEDED);
    assertThat(scene.result(1).history().issuedAt()).isEqualTo(NOW);
    assertThat(scene.result(2).status()).isEqualTo(ResultStatus.ISSUED);
  }

  @Test
  void theFirstIsSupersededEvenIfItsSuccessorIsRevokedBeforeItHeardOfBeingIssued() {
    sealed(1);
    issuedByDossier(1);
    scene.dueAfter(MINUTE);
    scene.replacing(2, 1);
    scene.stream(scene.item(2));
    scene.decided(
        DossierStatus.DONE, Map.of(number(1).value(), superseded(), number(2).value(), issued()));
    revoke(2);

    scene.due();

    assertThat(scene.result(2).status()).isEqualTo(ResultStatus.REVOKED);
    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.SUPERSEDED);
  }

  @Test
  void aSuccessorThatIsRevokedBeforeItIsIssuedChangesNothingOfTheFirst() {
    sealed(1);
    issuedByDossier(1);
    scene.dueAfter(MINUTE);
    scene.replacing(2, 1);
    scene.stream(scene.item(2));
    revoke(2);

    scene.dueAfter(MINUTE);

    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.ISSUED);
    assertThat(scene.result(2).due()).isNull();
  }

  @Test
  void aRevokedResultStaysRevokedThoughItsDossierIssuedIt() {
    sealed(1);
    issuedByDossier(1);
    revoke(1);

    scene.dueAfter(MINUTE);

    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.REVOKED);
    assertThat(scene.result(1).due()).isNull();
  }

  @Test
  void whatItsDossierDidNotDecideBeforeItWasGoneWaitsForNothing() {
    sealed(1);

    scene.dueAfter(MINUTE);

    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.SEALED);
    assertThat(scene.result(1).due()).isNull();
  }

  @Test
  void documentsAreDeletedWhenTheirTimeIsOverAndStayVerifiable() {
    Scene kept = new Scene(StorageForTests.keepingVersions(), Duration.ofDays(30));
    sealed(kept, 1);
    issuedByDossier(kept, 1);
    kept.dueAfter(MINUTE);
    Instant end = NOW.plus(Duration.ofDays(30));
    assertThat(kept.result(1).due()).isEqualTo(end);

    kept.dueAfter(Duration.between(kept.clock.instant(), end).minusSeconds(1));
    assertThat(kept.storage.keys()).hasSize(1);

    kept.dueAfter(Duration.ofSeconds(1));
    Result result = kept.result(1);
    assertThat(kept.storage.allKeys()).isEmpty();
    assertThat(result.history().documentDeletedAt()).isEqualTo(end);
    assertThat(result.status()).isEqualTo(ResultStatus.ISSUED);
    assertThat(result.sealed().sha256()).hasSize(64);
    assertThat(result.due()).isNull();
  }

  @Test
  void aRevokedDocumentIsDeletedAsWell() {
    Scene kept = new Scene(StorageForTests.withoutVersions(), Duration.ofDays(30));
    sealed(kept, 1);
    issuedByDossier(kept, 1);
    kept.dueAfter(MINUTE);
    revoke(kept, 1);

    kept.due();
    kept.dueAfter(Duration.ofDays(31));

    assertThat(kept.result(1).history().documentDeletedAt()).isNotNull();
    assertThat(kept.storage.keys()).isEmpty();
  }

  @Test
  void withoutAnEndDocumentsAreKept() {
    sealed(1);
    issuedByDossier(1);
    scene.dueAfter(MINUTE);

    scene.dueAfter(Duration.ofDays(36_500));

    assertThat(scene.storage.keys()).containsOnly(scene.result(1).sealed().document());
  }

  @Test
  void whatTheIndexStillShowsThoughItWasPutOffIsNotTouched() {
    Result sent = scene.sent(1, Source.UNSIGNED, PDF);
    scene.clock.advance(MINUTE.multipliedBy(2));
    Item shown = scene.results.due(scene.clock.instant(), 1).getFirst();
    scene.results.look(sent, scene.clock.instant().plus(MINUTE));

    scene.due();

    assertThat(shown.text("due")).isEqualTo(Time.sortable(sent.due()));
    assertThat(scene.sealer.papers).isEmpty();
  }

  private boolean dies() {
    try {
      scene.due();
      return false;
    } catch (OutOfMemoryError | StackOverflowError killed) {
      return true;
    }
  }

  private void sealed(int ordinal) {
    sealed(scene, ordinal);
  }

  private static void sealed(Scene scene, int ordinal) {
    scene.sent(ordinal, Source.UNSIGNED, PDF);
    scene.stream(scene.item(ordinal));
  }

  private void issuedByDossier(int ordinal) {
    issuedByDossier(scene, ordinal);
  }

  private static void issuedByDossier(Scene scene, int ordinal) {
    scene.decided(DossierStatus.DONE, Map.of(number(ordinal).value(), issued()));
  }

  private static Map<String, String> issued() {
    return Map.of("status", "issued", "issuedAt", Time.text(NOW));
  }

  private static Map<String, String> superseded() {
    return Map.of(
        "status", "superseded", "issuedAt", Time.text(NOW), "supersededBy", number(2).value());
  }

  private void revoke(int ordinal) {
    revoke(scene, ordinal);
  }

  private static void revoke(Scene scene, int ordinal) {
    Command revoke = new Command.Revoke("sai họ tên", "Trưởng phòng");
    scene.results.change(
        number(ordinal), now -> Given.RULES.decide(now, revoke, scene.clock.instant()));
  }
}
