package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.RULES;
import static dev.hoso.dossiers.Given.after;
import static dev.hoso.dossiers.Given.changed;
import static dev.hoso.dossiers.Given.dossier;
import static dev.hoso.dossiers.Given.feeFirst;
import static dev.hoso.dossiers.Given.kq;
import static dev.hoso.dossiers.Given.payment;
import static dev.hoso.dossiers.Given.result;
import static dev.hoso.dossiers.Given.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a result goes out, and what that does to its dossier. */
class IssuingTest {
  private static final String OUT_OR_WAITS =
      """
      1  | waits for dossier 1 | waits for dossier 1 | waits for dossier 1
      2  | issued 9            | waits for fee 2     | issued 9
      3  | waits for dossier 3 | waits for dossier 3 | waits for dossier 3
      4  | issued 9            | waits for fee 4     | issued 9
      5  | waits for documents 5 | waits for documents 5 | waits for documents 5
      6  | waits for fee 6     | waits for fee 6     | waits for fee 6
      7  | waits for dossier 7 | waits for dossier 7 | waits for dossier 7
      8  | waits for dossier 8 | waits for dossier 8 | waits for dossier 8
      9  | issued 9            | waits for fee 9     | issued 9
      10 | issued 10           | waits for fee 10    | issued 10
      """;

  /** A report that calls itself issued says no more than that it is sealed. */
  private static final List<String> READY = List.of("sealed", "issued", "superseded");

  @ParameterizedTest(name = "in {0}: no fee first {1}, fee unpaid {2}, fee settled {3}")
  @CsvSource(delimiter = '|', textBlock = OUT_OR_WAITS)
  void aReadyResultGoesOutOrWaits(int status, String noFee, String unpaid, String settled) {
    Dossier paid = after(feeFirst(DossierStatus.RECEIVED), payment("A", "paid"));
    for (String report : READY) {
      assertThat(fate(dossier(of(status)), report)).as(report).isEqualTo(noFee);
      assertThat(fate(feeFirst(of(status)), report)).as(report).isEqualTo(unpaid);
      assertThat(fate(standing(paid, of(status)), report)).as(report).isEqualTo(settled);
    }
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatIsRefusedOrRevokedNeverGoesOutAndMovesNothing(int status) {
    for (String report : List.of("refused", "revoked")) {
      assertThat(fate(dossier(of(status)), report)).isEqualTo(report + " " + status);
      assertThat(fate(feeFirst(of(status)), report)).isEqualTo(report + " " + status);
    }
  }

  @Test
  void aResultIsIssuedWhenItIsDecidedAndSoTheDossierIsDone() {
    Instant later = NOW.plusSeconds(90);
    Dossier issued =
        changed(RULES.decide(dossier(DossierStatus.PROCESSING), result(1, "sealed"), later));
    assertThat(kq(issued, 1).facts().time("issuedAt")).isEqualTo(later);
    assertThat(kq(issued, 1).facts().has("waitsFor")).isFalse();
    assertThat(issued.standing().at()).isEqualTo(later);
    assertThat(issued.standing().version()).isEqualTo(issued.version()).isEqualTo(2);
  }

  @Test
  void aConfirmedPaymentIssuesWhatWaitedInTheSameChange() {
    Dossier waiting =
        after(feeFirst(DossierStatus.PROCESSING), to(DossierStatus.FEE_DUE), result(1, "sealed"));
    assertThat(kq(waiting, 1).facts().text("waitsFor")).isEqualTo("fee");
    Dossier paid = after(waiting, payment("A", "paid"));
    assertThat(paid.version()).isEqualTo(waiting.version() + 1);
    assertThat(paid.status()).isEqualTo(DossierStatus.DONE);
    assertThat(kq(paid, 1).issued()).isTrue();
    assertThat(paid.pauses()).containsExactly(new Pause(day(), day()));
  }

  @Test
  void aFeeThatIsPaidFirstEndsTheSame() {
    Dossier waiting = after(feeFirst(DossierStatus.PROCESSING), to(DossierStatus.FEE_DUE));
    Dossier feeFirst = after(waiting, payment("A", "paid"), result(1, "sealed"));
    Dossier resultFirst = after(waiting, result(1, "sealed"), payment("A", "paid"));
    assertThat(feeFirst.results()).isEqualTo(resultFirst.results());
    assertThat(feeFirst.status()).isEqualTo(resultFirst.status()).isEqualTo(DossierStatus.DONE);
  }

  @ParameterizedTest(name = "the fee is asked for in {0}")
  @CsvSource({"REGISTERED", "RECEIVED", "PROCESSING"})
  void whereverTheFeeWasAskedForTheDossierEndsDone(DossierStatus before) {
    Dossier waiting = after(feeFirst(before), to(DossierStatus.FEE_DUE), result(1, "sealed"));
    assertThat(after(waiting, payment("A", "paid")).status()).isEqualTo(DossierStatus.DONE);
  }

  @Test
  void aPaidFeeWithAnotherStillOpenLetsTheWorkGoOnButNoResultOut() {
    Map<String, Object> other = payment("B", 1, "pending");
    other.put("description", "Phí thẩm định");
    Dossier waiting =
        after(
            feeFirst(DossierStatus.PROCESSING),
            to(DossierStatus.FEE_DUE),
            Given.take(other),
            result(1, "sealed"));
    Dossier paid = after(waiting, payment("A", "paid"));
    assertThat(paid.status()).isEqualTo(DossierStatus.PROCESSING);
    assertThat(kq(paid, 1).facts().text("waitsFor")).isEqualTo("fee");
    other.put("version", 2L);
    other.put("status", "paid");
    assertThat(kq(after(paid, Given.take(other)), 1).issued()).isTrue();
  }

  @Test
  void anOfficersChangeLetsOutWhatWaitedForIt() {
    Dossier waiting = after(dossier(DossierStatus.SUPPLEMENT_ASKED), result(1, "sealed"));
    Dossier goesOn = after(waiting, to(DossierStatus.PROCESSING));
    assertThat(goesOn.status()).isEqualTo(DossierStatus.DONE);
    assertThat(kq(goesOn, 1).issued()).isTrue();
  }

  @Test
  void whatAResultWaitsForFollowsTheDossier() {
    Dossier unpaid = after(feeFirst(DossierStatus.PROCESSING), result(1, "sealed"));
    assertThat(kq(unpaid, 1).facts().text("waitsFor")).isEqualTo("fee");
    Dossier asked = after(unpaid, to(DossierStatus.SUPPLEMENT_ASKED));
    assertThat(kq(asked, 1).facts().text("waitsFor")).isEqualTo("documents");
    Dossier withdrawn = after(asked, to(DossierStatus.WITHDRAWN));
    assertThat(kq(withdrawn, 1).facts().text("waitsFor")).isEqualTo("dossier");
  }

  @Test
  void aReplacementOfTheRegistrationCanLetAResultOut() {
    Dossier unpaid = after(feeFirst(DossierStatus.PROCESSING), result(1, "sealed"));
    assertThat(after(unpaid, Given.register(NOW)).status()).isEqualTo(DossierStatus.DONE);
  }

  @Test
  void whatWentOutStaysOutWhenTheMoneyGoesBack() {
    Dossier issued =
        after(feeFirst(DossierStatus.PROCESSING), payment("A", "paid"), result(1, "sealed"));
    Dossier refunded = after(issued, Given.take(payment("A", 3, "refunded")));
    assertThat(kq(refunded, 1)).isEqualTo(kq(issued, 1));
    assertThat(kq(after(refunded, result(2, "sealed")), 2).waits()).isTrue();
  }

  @Test
  void workThatStartsAgainAfterAResultIsNotEndedByThatResult() {
    Dossier issued = after(dossier(DossierStatus.PROCESSING), result(1, "sealed"));
    Dossier again = after(issued, result(2, "refused"), to(DossierStatus.PROCESSING));
    assertThat(again.status()).isEqualTo(DossierStatus.PROCESSING);
    Dossier followed = after(again, Given.takeResult(result(1, 3, "issued")));
    assertThat(followed.status()).isEqualTo(DossierStatus.PROCESSING);
    assertThat(after(followed, Given.correction(3, 1)).status()).isEqualTo(DossierStatus.DONE);
  }

  /** Status of the result, what it waits for, status of the dossier. */
  private static String fate(Dossier dossier, String report) {
    Dossier taken = after(dossier, result(1, report));
    Result result = kq(taken, 1);
    String waitsFor = result.facts().textOrNull("waitsFor");
    assertThat(result.waits()).isEqualTo(waitsFor != null);
    assertThat(result.wentOut()).isEqualTo(result.issued());
    return (waitsFor == null ? result.status() : "waits for " + waitsFor)
        + " "
        + taken.status().code();
  }

  /** The same wherever it stands: with its fee paid. */
  private static Dossier standing(Dossier paid, DossierStatus status) {
    return new Dossier(
        paid.code(),
        paid.filing(),
        paid.registration(),
        paid.origin(),
        feeFirst(status).standing(),
        feeFirst(status).clock(),
        paid.facts(),
        paid.lifetime());
  }

  private static DossierStatus of(int code) {
    return DossierStatus.of("status", code);
  }

  private static LocalDate day() {
    return Time.day(NOW);
  }
}
