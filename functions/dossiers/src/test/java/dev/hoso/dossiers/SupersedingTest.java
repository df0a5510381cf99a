package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.RULES;
import static dev.hoso.dossiers.Given.after;
import static dev.hoso.dossiers.Given.changed;
import static dev.hoso.dossiers.Given.correction;
import static dev.hoso.dossiers.Given.dossier;
import static dev.hoso.dossiers.Given.feeFirst;
import static dev.hoso.dossiers.Given.kq;
import static dev.hoso.dossiers.Given.number;
import static dev.hoso.dossiers.Given.payment;
import static dev.hoso.dossiers.Given.result;
import static dev.hoso.dossiers.Given.takeResult;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.DossierStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A corrected result in the place of a wrong one, and results that are revoked. */
class SupersedingTest {
  private static final Dossier ISSUED =
      after(dossier(DossierStatus.PROCESSING), result(1, "sealed"));

  @Test
  void aCorrectionSupersedesWhatItCorrectsWhenItGoesOut() {
    Dossier corrected = after(ISSUED, correction(2, 1));
    assertThat(corrected.version()).isEqualTo(ISSUED.version() + 1);
    assertThat(kq(corrected, 1).status()).isEqualTo("superseded");
    assertThat(kq(corrected, 1).facts().text("supersededBy")).isEqualTo(number(2));
    assertThat(kq(corrected, 1).wentOut()).isTrue();
    assertThat(kq(corrected, 2).issued()).isTrue();
    assertThat(kq(corrected, 2).replaces()).isEqualTo(number(1));
  }

  @Test
  void aCorrectionThatWaitsLeavesWhatItCorrectsAsItIs() {
    Dossier unpaid =
        after(feeFirst(DossierStatus.PROCESSING), payment("A", "paid"), result(1, "sealed"));
    Dossier refunded = after(unpaid, Given.take(payment("A", 3, "refunded")));
    Dossier waiting = after(refunded, correction(2, 1));
    assertThat(kq(waiting, 2).waits()).isTrue();
    assertThat(kq(waiting, 1).issued()).isTrue();
    assertThat(kq(waiting, 1).facts().has("supersededBy")).isFalse();
  }

  @Test
  void whereBothWaitBothGoOutAndTheFirstIsSuperseded() {
    Dossier waiting =
        after(feeFirst(DossierStatus.PROCESSING), result(1, "sealed"), correction(2, 1));
    Dossier paid = after(waiting, payment("A", "paid"));
    assertThat(kq(paid, 1).status()).isEqualTo("superseded");
    assertThat(kq(paid, 2).issued()).isTrue();
    Dossier paidFirst =
        after(
            feeFirst(DossierStatus.PROCESSING),
            payment("A", "paid"),
            result(1, "sealed"),
            correction(2, 1));
    assertThat(paid.results()).isEqualTo(paidFirst.results());
  }

  @Test
  void aCorrectionThatIsReportedFirstEndsTheSame() {
    Dossier early = after(dossier(DossierStatus.PROCESSING), correction(2, 1), result(1, "sealed"));
    assertThat(early.results()).isEqualTo(after(ISSUED, correction(2, 1)).results());
  }

  @Test
  void ofTwoCorrectionsTheLastCountsInWhateverOrder() {
    Dossier inOrder = after(ISSUED, correction(2, 1), correction(3, 1));
    Dossier turned = after(ISSUED, correction(3, 1), correction(2, 1));
    assertThat(kq(inOrder, 1).facts().text("supersededBy")).isEqualTo(number(3));
    assertThat(turned.results()).isEqualTo(inOrder.results());
  }

  @Test
  void aCorrectionCanBeCorrected() {
    Dossier twice = after(ISSUED, correction(2, 1), correction(3, 2));
    assertThat(kq(twice, 1).facts().text("supersededBy")).isEqualTo(number(2));
    assertThat(kq(twice, 2).facts().text("supersededBy")).isEqualTo(number(3));
    assertThat(kq(twice, 3).issued()).isTrue();
  }

  @Test
  void aReportThatIsBehindDoesNotUndoWhatWasDecided() {
    Dossier corrected = after(ISSUED, correction(2, 1));
    Dossier news = after(corrected, takeResult(result(1, 3, "issued")));
    assertThat(kq(news, 1).status()).isEqualTo("superseded");
    assertThat(kq(news, 1).version()).isEqualTo(3);
    assertThat(kq(news, 1).facts().time("issuedAt")).isEqualTo(NOW);
  }

  @Test
  void aRevocationWinsAndIsForGood() {
    Dossier revoked = after(ISSUED, takeResult(result(1, 3, "revoked")));
    assertThat(kq(revoked, 1).status()).isEqualTo("revoked");
    assertThat(kq(revoked, 1).facts().has("revokedAt")).isTrue();
    assertThat(kq(revoked, 1).wentOut()).isTrue();
    Dossier news = after(revoked, takeResult(result(1, 4, "issued")));
    assertThat(kq(news, 1).status()).isEqualTo("revoked");
    assertThat(kq(news, 1).facts().text("revocationReason")).isEqualTo("Sai tên An");
  }

  @Test
  void whatIsRevokedWhileItWaitsNeverGoesOut() {
    Dossier waiting = after(feeFirst(DossierStatus.PROCESSING), result(1, "sealed"));
    Dossier revoked = after(waiting, takeResult(result(1, 3, "revoked")));
    assertThat(kq(revoked, 1).facts().has("waitsFor")).isFalse();
    Dossier paid = after(revoked, payment("A", "paid"));
    assertThat(kq(paid, 1).status()).isEqualTo("revoked");
    assertThat(kq(paid, 1).wentOut()).isFalse();
    assertThat(paid.status()).isEqualTo(DossierStatus.PROCESSING);
  }

  @Test
  void aRevokedResultThatIsCorrectedNamesItsSuccessorAndStaysRevoked() {
    Dossier revokedFirst = after(ISSUED, takeResult(result(1, 3, "revoked")), correction(2, 1));
    assertThat(kq(revokedFirst, 1).status()).isEqualTo("revoked");
    assertThat(kq(revokedFirst, 1).facts().text("supersededBy")).isEqualTo(number(2));
    Dossier correctedFirst = after(ISSUED, correction(2, 1), takeResult(result(1, 3, "revoked")));
    assertThat(correctedFirst.results()).isEqualTo(revokedFirst.results());
  }

  @Test
  void aRevokedCorrectionBringsNothingBack() {
    Map<String, Object> revocation = result(2, 3, "revoked");
    revocation.put("replaces", number(1));
    Dossier revoked = after(ISSUED, correction(2, 1), takeResult(revocation));
    assertThat(kq(revoked, 1).status()).isEqualTo("superseded");
    assertThat(kq(revoked, 2).status()).isEqualTo("revoked");
  }

  @Test
  void whatIsKnownOrOlderIsNothingNew() {
    Dossier known = after(ISSUED, takeResult(result(1, 4, "issued")));
    for (long version = 1; version <= 4; version++) {
      Command old = takeResult(result(1, version, "revoked"));
      assertThat(RULES.decide(known, old, NOW)).isEqualTo(new Decision.Unchanged(known));
    }
    assertThat(changed(RULES.decide(known, takeResult(result(1, 5, "revoked")), NOW)))
        .isNotEqualTo(known);
  }

  @Test
  void aResultOfAnUnknownDossierIsNotTaken() {
    assertThat(RULES.decide(null, result(1, "sealed"), NOW)).isEqualTo(new Decision.Unknown());
  }

  @Test
  void itsTextHasNoWordsOfAnybody() {
    assertThat(kq(ISSUED, 1)).hasToString("Result[" + number(1) + ", issued, version 2]");
  }

  @Test
  void aStatusThatNoResultReportsIsAFaultOfOurs() {
    assertThatThrownBy(() -> RULES.decide(ISSUED, result(2, "received"), NOW))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("received");
  }
}
