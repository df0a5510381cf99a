package dev.hoso.results.seal;

import static dev.hoso.results.Given.PDF;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Sha256;
import dev.hoso.core.dynamo.Item;
import dev.hoso.results.Command;
import dev.hoso.results.Document;
import dev.hoso.results.Documents;
import dev.hoso.results.Given;
import dev.hoso.results.Result;
import dev.hoso.results.ResultStatus;
import dev.hoso.results.Sealed;
import dev.hoso.results.Sent;
import dev.hoso.results.Source;
import dev.hoso.results.Together;
import dev.hoso.results.bucket.StorageForTests;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealHandlerTest {
  private static final String ALL_TAKEN = "{\"batchItemFailures\":[]}";

  private final Scene scene = new Scene();

  @Test
  void whatIsReceivedIsSealedAndItsDocumentKept() {
    Result sent = scene.sent(1, Source.UNSIGNED, PDF);

    assertThat(scene.stream(scene.item(1))).isEqualTo(ALL_TAKEN);

    Result sealed = scene.result(1);
    assertThat(sealed.status()).isEqualTo(ResultStatus.SEALED);
    assertThat(sealed.standing().version()).isEqualTo(2);
    assertThat(sealed.due()).isEqualTo(Given.NOW.plusSeconds(60));
    byte[] document = scene.storage.get(sealed.sealed().document());
    assertThat(sealed.sealed().sha256()).isEqualTo(Sha256.hex(document));
    assertThat(sealed.sealed().size()).isEqualTo(document.length);
    assertThat(sealed.sealed().signer()).isEqualTo("CN=Sở Tư pháp");
    assertThat(sealed.sealed().sealedAt()).isEqualTo(Given.NOW);
    assertThat(sealed.sealed().document())
        .isEqualTo(
            "results/%s/%s.pdf"
                .formatted(sent.request().result().value(), sealed.sealed().sha256()));
    assertThat(sealed.sealed().documentVersion()).isNotNull();
  }

  @Test
  void whatWasSentIsGoneWithAllItsVersionsWhenItIsSealed() {
    scene.sent(1, Source.UNSIGNED, PDF);

    scene.stream(scene.item(1));

    assertThat(scene.storage.allKeys()).containsOnly(scene.result(1).sealed().document());
  }

  @Test
  void aPaperHasTheUnitsNameAndTheNationalCodeOfTheProcedure() {
    Result fields = Given.receivedFields(1, Map.of("sex", "Nữ"));
    scene.results.create(fields);

    scene.stream(scene.item(1));

    var paper = scene.sealer.papers.getFirst();
    assertThat(paper.unit()).isEqualTo("Sở Tư pháp");
    assertThat(paper.procedure()).isEqualTo("2.000635");
    assertThat(paper.title()).isEqualTo("Trích lục khai sinh của Nguyễn Văn An");
    assertThat(paper.source()).isEqualTo(Source.FIELDS);
    assertThat(paper.fields()).isEqualTo(Map.of("sex", "Nữ"));
    assertThat(scene.result(1).sent()).isEqualTo(Sent.NOTHING);
  }

  @Test
  void whatIsWrongWithTheDocumentIsKeptAsAnAnomaly() {
    scene.sent(1, Source.SIGNED, ScriptedSealer.BROKEN.getBytes(UTF_8));

    assertThat(scene.stream(scene.item(1))).isEqualTo(ALL_TAKEN);

    Result refused = scene.result(1);
    assertThat(refused.status()).isEqualTo(ResultStatus.REFUSED);
    assertThat(refused.reasons()).containsExactly(ScriptedSealer.NO_PDF);
    assertThat(refused.due()).isNull();
    assertThat(scene.item(1).text("refusedOn")).isEqualTo("2026-11-23");
    assertThat(scene.storage.allKeys()).isEmpty();
  }

  @Test
  void whatIsWrongWithUsIsNoRefusalAndComesAgain() {
    scene.sent(1, Source.UNSIGNED, PDF);
    scene.sealer.trouble = new IllegalStateException("The key cannot be reached");

    assertThat(scene.stream(scene.item(1)))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.RECEIVED);

    scene.sealer.trouble = null;
    assertThat(scene.stream(scene.item(1))).isEqualTo(ALL_TAKEN);
    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.SEALED);
  }

  @Test
  void oneThatFailsHoldsBackNoOther() {
    scene.results.create(Given.receivedFields(1, Map.of()));
    scene.sent(2, Source.UNSIGNED, PDF);
    Item first = scene.item(1);
    Item second = scene.item(2);
    scene.sealer.meanwhile =
        () -> {
          if (scene.sealer.papers.getLast().number().ordinal() == 1) {
            throw new IllegalStateException("this one cannot be rendered");
          }
        };

    assertThat(scene.stream(first, second))
        .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"1\"}]}");
    assertThat(scene.result(2).status()).isEqualTo(ResultStatus.SEALED);
  }

  @Test
  void aRepeatedEventSealsNothingASecondTime() {
    scene.sent(1, Source.UNSIGNED, PDF);
    Item event = scene.item(1);
    scene.stream(event);
    Result sealed = scene.result(1);

    assertThat(scene.stream(event)).isEqualTo(ALL_TAKEN);

    assertThat(scene.result(1)).isEqualTo(sealed);
    assertThat(scene.sealer.papers).hasSize(1);
    assertThat(scene.storage.keys()).hasSize(1);
  }

  @Test
  void whatIsOnlyPutOffIsLeftToWhoeverPutItOff() {
    Result sent = scene.sent(1, Source.UNSIGNED, PDF);
    Item before = scene.item(1);
    scene.results.look(sent, Given.NOW.plusSeconds(600));

    scene.changed(before, scene.item(1));

    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.RECEIVED);
  }

  @Test
  void whatIsNoLongerThereIsRefused() {
    Result sent = scene.sent(1, Source.UNSIGNED, PDF);
    scene.storage.bucket().deleteAll(sent.sent().upload(), null);

    scene.stream(scene.item(1));

    assertThat(scene.result(1).reasons())
        .containsExactly(
            new dev.hoso.results.Sealer.Reason(
                "upload-missing", "What was uploaded is no longer there. Send it again."));
  }

  @Test
  void whatGrewAfterItWasLookedAtIsRefusedWithoutBeingRead() {
    scene.sent(1, Source.UNSIGNED, Arrays.copyOf(PDF, Documents.MOST_BYTES + 1));

    scene.stream(scene.item(1));

    assertThat(scene.result(1).reasons())
        .containsExactly(
            new dev.hoso.results.Sealer.Reason(
                "too-large",
                "What was uploaded has more than 52428800 bytes. Send a smaller PDF."));
    assertThat(scene.sealer.papers).isEmpty();
  }

  @Test
  void ofManyWhoSealAtOnceOneWinsAndOneDocumentIsLeft() throws Exception {
    scene.sent(1, Source.UNSIGNED, PDF);
    Item event = scene.item(1);

    List<String> answers = Together.times(5, () -> scene.stream(event));

    assertThat(answers).containsOnly(ALL_TAKEN);
    assertThat(scene.result(1).standing().version()).isEqualTo(2);
    assertThat(scene.storage.allKeys()).containsOnly(scene.result(1).sealed().document());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void twoWhoCheckTheSameSignedPdfLeaveItWhereItIs(boolean versions) {
    Scene other =
        new Scene(
            versions ? StorageForTests.keepingVersions() : StorageForTests.withoutVersions(),
            Duration.ZERO);
    other.sent(1, Source.SIGNED, PDF);
    Item event = other.item(1);
    // While the first is at work, the second does all of it.
    other.sealer.meanwhile =
        () -> {
          other.sealer.meanwhile = () -> {};
          other.stream(event);
        };

    other.stream(event);

    Sealed sealed = other.result(1).sealed();
    assertThat(other.sealer.papers).hasSize(2);
    assertThat(other.storage.keys()).containsExactly(sealed.document());
    assertThat(other.storage.get(sealed.document())).isEqualTo(PDF);
  }

  @Test
  void theLosersDocumentIsDeletedAndTheWinnersStays() {
    Result sent = scene.sent(1, Source.UNSIGNED, PDF);
    Document winners = Document.of("%PDF-1.7 the winner's".getBytes(UTF_8));
    scene.sealer.meanwhile = () -> win(sent, winners);

    assertThat(scene.stream(scene.item(1))).isEqualTo(ALL_TAKEN);

    assertThat(scene.result(1).sealed().sha256()).isEqualTo(winners.sha256());
    assertThat(scene.storage.keys()).contains(scene.result(1).sealed().document());
    assertThat(scene.storage.keys()).filteredOn(it -> it.startsWith("results/")).hasSize(1);
  }

  @Test
  void whatIsRevokedRightAfterAnotherSealedItStaysRevoked() {
    Result sent = scene.sent(1, Source.UNSIGNED, PDF);
    Document winners = Document.of("%PDF-1.7 the winner's".getBytes(UTF_8));
    scene.sealer.meanwhile =
        () -> {
          win(sent, winners);
          decide(new Command.Revoke("sai họ tên", "Trưởng phòng"));
        };

    scene.stream(scene.item(1));

    assertThat(scene.result(1).status()).isEqualTo(ResultStatus.REVOKED);
    assertThat(scene.result(1).sealed().sha256()).isEqualTo(winners.sha256());
  }

  private void win(Result sent, Document document) {
    Documents.Kept kept =
        new Documents(scene.storage.bucket()).keep(sent.request().result(), document);
    decide(
        new Command.Seal(
            new Sealed(
                kept.key(),
                kept.version(),
                document.sha256(),
                document.size(),
                "CN=Sở Tư pháp",
                Given.NOW,
                Given.NOW)));
  }

  private void decide(Command command) {
    scene.results.change(Given.number(1), now -> Given.RULES.decide(now, command, Given.NOW));
  }
}
