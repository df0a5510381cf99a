package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.RULES;
import static dev.hoso.dossiers.Given.after;
import static dev.hoso.dossiers.Given.dossier;
import static dev.hoso.dossiers.Given.payment;
import static dev.hoso.dossiers.Given.take;
import static dev.hoso.dossiers.Given.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTakenTest {
  private static final Dossier WAITING =
      after(dossier(DossierStatus.RECEIVED), to(DossierStatus.FEE_DUE));

  @Test
  void aPaidFeeLetsAWaitingDossierGoOn() {
    Dossier paid = after(WAITING, take(payment("A", 2, "paid")));
    assertThat(paid.status()).isEqualTo(DossierStatus.RECEIVED);
    assertThat(paid.standing().at()).isEqualTo(NOW.plusSeconds(60));
    assertThat(paid.standing().version()).isEqualTo(paid.version());
    assertThat(paid.pauses()).allMatch(pause -> pause.to() != null);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"FEE_DUE"},
      mode = EnumSource.Mode.EXCLUDE)
  void aPaidFeeMovesNoOtherDossier(DossierStatus status) {
    assertThat(after(dossier(status), take(payment("A", 2, "paid"))).status()).isEqualTo(status);
  }

  @Test
  void aFailedPaymentMovesNothingAndTheNextTryStillCounts() {
    Dossier failed = after(WAITING, take(payment("A", 2, "failed")));
    assertThat(failed.status()).isEqualTo(DossierStatus.FEE_DUE);
    assertThat(after(failed, take(payment("A", 3, "paid"))).status())
        .isEqualTo(DossierStatus.RECEIVED);
  }

  @Test
  void aRepeatedOrOlderChangeIsNothingNew() {
    Dossier paid = after(WAITING, take(payment("A", 3, "paid")));
    assertThat(RULES.decide(paid, take(payment("A", 3, "paid")), NOW))
        .isEqualTo(new Decision.Unchanged(paid));
    assertThat(RULES.decide(paid, take(payment("A", 2, "failed")), NOW))
        .isEqualTo(new Decision.Unchanged(paid));
  }

  @Test
  void aSecondFeeIsNotPaidByNewsOfTheFirst() {
    Dossier paid = after(WAITING, take(payment("A", 2, "paid")));
    Dossier again = after(paid, to(DossierStatus.FEE_DUE));
    assertThat(after(again, take(payment("A", 3, "partiallyRefunded"))).status())
        .isEqualTo(DossierStatus.FEE_DUE);
  }

  @Test
  void moneyThatComesAfterTheRequestExpiredIsLate() {
    Map<String, Object> payment = payment("A", 2, "paid");
    payment.put("paidAt", NOW.plusSeconds(901));
    assertThat(late(payment)).isTrue();
  }

  @Test
  void moneyThatComesAfterTheRequestEndedIsLate() {
    Map<String, Object> payment = payment("A", 2, "paid");
    payment.put("endedAt", NOW.plusSeconds(30));
    assertThat(late(payment)).isTrue();
  }

  @Test
  void moneyInTimeIsNotLate() {
    assertThat(late(payment("A", 2, "paid"))).isFalse();
  }

  @Test
  void theSecondPaymentOfTheSameFeeMustGoBackAndTheFirstStays() {
    Dossier once = after(WAITING, take(payment("A", 2, "paid")));
    Dossier twice = after(once, take(payment("B", 2, "paid")));
    assertThat(twice.payments().get("vnpay/A").refundDue()).isFalse();
    assertThat(twice.payments().get("vnpay/B").refundDue()).isTrue();
    Dossier news = after(twice, take(payment("A", 3, "paid")));
    assertThat(news.payments().get("vnpay/A").refundDue()).isFalse();
  }

  @Test
  void aPaymentOfAnotherFeeStays() {
    Map<String, Object> other = payment("B", 2, "paid");
    other.put("description", "Phí thẩm định");
    Dossier both = after(after(WAITING, take(payment("A", 2, "paid"))), take(other));
    assertThat(both.payments().get("vnpay/B").refundDue()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "WITHDRAWN", "STOPPED"})
  void moneyForWhatIsOverMustGoBack(DossierStatus over) {
    Dossier paid = after(dossier(over), take(payment("A", 2, "paid")));
    assertThat(paid.payments().get("vnpay/A").refundDue()).isTrue();
  }

  @Test
  void aWithdrawalAfterwardsDoesNotMakeTheFeeUndue() {
    Dossier paid = after(WAITING, take(payment("A", 2, "paid")));
    Dossier withdrawn = after(paid, to(DossierStatus.WITHDRAWN));
    Dossier news = after(withdrawn, take(payment("A", 3, "paid")));
    assertThat(news.payments().get("vnpay/A").refundDue()).isFalse();
  }

  @Test
  void moneyThatWentBackIsNoLongerDue() {
    Dossier paid = after(dossier(DossierStatus.STOPPED), take(payment("A", 2, "paid")));
    Dossier refunded = after(paid, take(payment("A", 3, "refunded")));
    assertThat(refunded.payments().get("vnpay/A").refundDue()).isFalse();
  }

  private static boolean late(Map<String, Object> payment) {
    return after(WAITING, take(payment)).payments().get("vnpay/A").facts().flag("late");
  }
}
