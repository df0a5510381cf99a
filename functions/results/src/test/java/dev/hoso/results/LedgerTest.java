package dev.hoso.results;

import static dev.hoso.results.Given.CODE;
import static dev.hoso.results.Given.number;
import static dev.hoso.results.Given.received;
import static dev.hoso.results.Given.replacement;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {
  @Test
  void theFirstResultIsKq1() {
    assertThat(ledger().next()).isEqualTo(number(1));
    assertThat(ledger().isEmpty()).isTrue();
  }

  @Test
  void theNextFollowsTheHighestHoweverTheyAreSorted() {
    // As text KQ10 stands before KQ2.
    List<Result> all = IntStream.of(1, 10, 2, 3, 9).mapToObj(Given::received).toList();

    assertThat(new Ledger(CODE, all, null).next()).isEqualTo(number(11));
  }

  @Test
  void aRefusedResultKeepsItsNumber() {
    assertThat(ledger(Given.refused(received(1))).next()).isEqualTo(number(2));
  }

  @ParameterizedTest
  @EnumSource(ResultStatus.class)
  void whatIsReplacedCanBeReplacedAgainOnlyIfTheOtherCameToNothing(ResultStatus status) {
    Result replacement = standing(replacement(2, number(1)), status);
    boolean nothing = status == ResultStatus.REFUSED || status == ResultStatus.REVOKED;

    assertThat(ledger(received(1), replacement).replacementOf(number(1)).isEmpty())
        .isEqualTo(nothing);
    assertThat(ledger(received(1), replacement).replacementOf(number(2))).isEmpty();
  }

  @Test
  void withoutAKeyNothingIsARepeat() {
    assertThat(ledger(received(1)).asked(null)).isEmpty();
    assertThat(ledger(received(1)).asked("key")).isEmpty();
  }

  @Test
  void anUploadIsUsedWhileItsResultIsStillToBeMade() {
    Result result = received(1);
    String upload = Documents.inlineKey(result.request().result());

    assertThat(ledger(result).uses(upload)).isTrue();
    assertThat(ledger(Given.sealed(result)).uses(upload)).isFalse();
  }

  @Test
  void aHundredResultsAreFull() {
    List<Result> all = IntStream.rangeClosed(1, 100).mapToObj(Given::received).toList();

    assertThat(new Ledger(CODE, all, null).isFull()).isTrue();
    assertThat(new Ledger(CODE, all.subList(0, 99), null).isFull()).isFalse();
  }

  private static Result standing(Result received, ResultStatus status) {
    return switch (status) {
      case RECEIVED -> received;
      case SEALED -> Given.sealed(received);
      case ISSUED -> Given.issued(received);
      case SUPERSEDED -> Given.superseded(received, number(3));
      case REVOKED -> Given.revoked(received);
      case REFUSED -> Given.refused(received);
    };
  }

  private static Ledger ledger(Result... results) {
    return new Ledger(CODE, List.of(results), null);
  }
}
