package dev.hoso.results;

import static dev.hoso.results.Given.CODE;
import static dev.hoso.results.Given.NOW;
import static dev.hoso.results.Given.RULES;
import static dev.hoso.results.Given.number;
import static dev.hoso.results.Given.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The store, on DynamoDB Local. */
class ResultsTest {
  private final Results results = new Results(DynamoForTests.table("Results"));

  @Test
  void whatIsKeptIsFoundAsItWas() {
    Result result = Given.receivedFields(1, Map.of("fullName", "Nguyễn Văn An"));

    assertThat(results.create(result)).isTrue();

    assertThat(results.find(number(1))).contains(result);
    assertThat(results.find(number(2))).isEmpty();
  }

  @Test
  void aNumberIsGivenOnce() {
    Result first = received(1);
    results.create(first);

    assertThat(results.create(received(1))).isFalse();

    assertThat(results.find(number(1))).contains(first);
  }

  @Test
  void anItemHasTheAttributesThatOthersRead() {
    Result result = received(1);
    results.create(result);
    change(Given.refusal());

    Item item = item(1);
    assertThat(item.text("dossier")).isEqualTo("H26.15-261123-0042");
    assertThat(item.text("number")).isEqualTo("H26.15-261123-0042-KQ1");
    assertThat(item.text("result")).isEqualTo(result.request().result().value());
    assertThat(item.text("status")).isEqualTo("refused");
    assertThat(item.text("statusAt")).isEqualTo("2026-11-23T14:30:10+07:00");
    assertThat(item.number("version")).isEqualTo(2);
    assertThat(item.text("refusedOn")).isEqualTo("2026-11-23");
    assertThat(item.list("reasons").getFirst().text("type")).isEqualTo("no-signature");
  }

  @Test
  void whatIsPersonalIsRemovedByTheWriteThatSeals() {
    results.create(Given.receivedFields(1, Map.of("fullName", "Nguyễn Văn An")));
    assertThat(item(1).map("fields").text("fullName")).isEqualTo("Nguyễn Văn An");

    change(new Command.Seal(Given.document(received(1))));

    assertThat(item(1).has("fields")).isFalse();
    assertThat(item(1).has("upload")).isFalse();
    assertThat(item(1).attributes().toString()).doesNotContain("Nguyễn Văn An\"");
  }

  @ParameterizedTest
  @EnumSource(ResultStatus.class)
  void aResultInAnyStatusIsFoundAsItWas(ResultStatus status) {
    Result result = Given.standing(status);
    results.create(result);

    assertThat(results.find(number(1))).contains(result);
  }

  @Test
  void ofManyWhoSealOneWins() throws Exception {
    results.create(received(1));

    List<Decision> decisions =
        Together.times(
            20,
            () ->
                results.change(
                    number(1),
                    now -> RULES.decide(now, new Command.Seal(Given.document(now)), NOW)));

    assertThat(decisions).filteredOn(it -> it instanceof Decision.Changed).hasSize(1);
    assertThat(results.find(number(1)).orElseThrow().standing().version()).isEqualTo(2);
  }

  @Test
  void ofManyHandOutsNoneIsLost() throws Exception {
    results.create(Given.standing(ResultStatus.ISSUED));

    Together.times(
        20, () -> results.change(number(1), now -> RULES.decide(now, new Command.HandOut(), NOW)));

    Result result = results.find(number(1)).orElseThrow();
    assertThat(result.history().handOuts().count()).isEqualTo(20);
    assertThat(result.standing().version()).isEqualTo(23);
  }

  @Test
  void whoIsOvertakenByARevocationDecidesAnew() {
    results.create(Given.standing(ResultStatus.SEALED));
    Command revoke = new Command.Revoke("sai họ tên", "Trưởng phòng");
    Command issue = new Command.Follow(new Decided.Issued(NOW));

    Decision decision =
        results.change(
            number(1),
            now -> {
              if (now.status() == ResultStatus.SEALED) {
                change(revoke);
              }
              return RULES.decide(now, issue, NOW);
            });

    assertThat(decision).isInstanceOf(Decision.Unchanged.class);
    assertThat(results.find(number(1)).orElseThrow().status()).isEqualTo(ResultStatus.REVOKED);
  }

  @Test
  void whatIsNotThereCannotChange() {
    assertThatThrownBy(() -> change(new Command.HandOut()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("There is no result H26.15-261123-0042-KQ1");
  }

  @Test
  void lookingAgainIsNoNewVersionAndOneWhoLooksIsEnough() {
    Result result = received(1);
    results.create(result);
    Instant later = NOW.plusSeconds(240);

    assertThat(results.look(result, later)).isTrue();
    assertThat(results.look(result, later)).isFalse();

    assertThat(item(1).number("version")).isEqualTo(1);
    assertThat(item(1).text("due")).isEqualTo(Time.sortable(later));
  }

  @Test
  void neverAgainRemovesItFromWhatIsOwed() {
    Result result = received(1);
    results.create(result);

    assertThat(results.look(result, null)).isTrue();
    assertThat(results.look(result.lookedAt(null), null)).isTrue();

    assertThat(item(1).has("owed") || item(1).has("due")).isFalse();
    assertThat(results.due(NOW.plus(Duration.ofDays(9)), 10)).isEmpty();
  }

  @Test
  void whatIsDueIsFoundTheLongestWaitingFirst() {
    results.create(received(1));
    results.create(received(2));
    results.look(received(2), NOW.plusSeconds(30));

    assertThat(results.due(NOW.plusSeconds(29), 10)).isEmpty();
    assertThat(results.due(NOW.plusSeconds(120), 10))
        .extracting(it -> it.text("number"))
        .containsExactly(number(2).value(), number(1).value());
  }

  @Test
  void aLedgerHasAllResultsOfItsDossierAndNoOthers() {
    DossierCode other = new DossierCode("H26.15-261123-0043");
    results.create(received(1));
    results.create(received(2));
    results.request(Erasure.requested(CODE, NOW, "Trưởng phòng", "theo đơn"));

    assertThat(results.of(CODE).results()).hasSize(2);
    assertThat(results.of(CODE).erasure()).isNotNull();
    assertThat(results.of(other).isEmpty()).isTrue();
  }

  @Test
  void theFirstErasureStays() {
    Erasure first = Erasure.requested(CODE, NOW, "Trưởng phòng", "theo đơn");

    assertThat(results.request(first)).isEqualTo(first);
    assertThat(results.request(Erasure.requested(CODE, NOW.plusSeconds(9), "Khác", "khác")))
        .isEqualTo(first);
  }

  @Test
  void aDoneErasureSaysWhatWasDeletedAndIsOwedNoMore() {
    results.request(Erasure.requested(CODE, NOW, "Trưởng phòng", "theo đơn"));

    results.erased(CODE, List.of(new Erasure.Deleted("KQ1", "ab")), NOW.plusSeconds(5), null);
    results.erased(CODE, List.of(), NOW.plusSeconds(9), null);

    Item item = results.table().get(Erasure.key(CODE));
    assertThat(item.text("status")).isEqualTo("done");
    assertThat(item.number("version")).isEqualTo(2);
    assertThat(item.number("documents")).isEqualTo(1);
    assertThat(item.has("owed") || item.has("due")).isFalse();
    assertThat(results.erasure(CODE).orElseThrow().doneAt()).isEqualTo(NOW.plusSeconds(5));
  }

  @Test
  void refusedResultsAreFoundByTheirDayInVietnamNewestFirst() {
    Instant evening = Instant.parse("2026-11-23T16:59:59Z");
    for (int n = 1; n <= 3; n++) {
      results.create(received(n));
      Instant at = evening.plusSeconds(n - 2);
      results.change(number(n), now -> RULES.decide(now, Given.refusal(), at));
    }

    assertThat(results.refusedOn(LocalDate.of(2026, 11, 23), 10))
        .extracting(Result::number)
        .containsExactly(number(2), number(1));
    assertThat(results.refusedOn(LocalDate.of(2026, 11, 24), 10))
        .extracting(Result::number)
        .containsExactly(number(3));
    assertThat(results.refusedOn(LocalDate.of(2026, 11, 23), 1)).hasSize(1);
  }

  private void change(Command command) {
    results.change(number(1), now -> RULES.decide(now, command, NOW));
  }

  private Item item(int ordinal) {
    return results.table().get(ResultItem.key(number(ordinal)));
  }
}
