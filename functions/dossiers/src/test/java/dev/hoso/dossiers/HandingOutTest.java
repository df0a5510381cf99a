package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.after;
import static dev.hoso.dossiers.Given.correction;
import static dev.hoso.dossiers.Given.dossier;
import static dev.hoso.dossiers.Given.feeFirst;
import static dev.hoso.dossiers.Given.payment;
import static dev.hoso.dossiers.Given.result;
import static dev.hoso.dossiers.Given.takeResult;
import static dev.hoso.dossiers.Given.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.dossiers.Command.TakeResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody fetched a result, so the dossier is returned (10). */
class HandingOutTest {
  private static final Instant FETCHED = NOW.plusSeconds(600);
  private static final Dossier ISSUED =
      after(dossier(DossierStatus.PROCESSING), result(1, "sealed"));

  @Test
  void aDoneDossierIsReturnedWhenItsResultIsFetched() {
    Dossier returned = after(ISSUED, fetched(1, 3));
    assertThat(returned.status()).isEqualTo(DossierStatus.RETURNED);
    assertThat(returned.standing().at()).isEqualTo(FETCHED);
    assertThat(returned.expires()).isEqualTo(NOW.plus(Duration.ofDays(730)));
    assertThat(Given.kq(returned, 1).issued()).isTrue();
  }

  @Test
  void beingFetchedAgainChangesNothingMore() {
    Dossier returned = after(ISSUED, fetched(1, 3));
    assertThat(after(returned, fetched(1, 4)).standing()).isEqualTo(returned.standing());
  }

  @Test
  void aFetchedResultThatIsNewsTogetherWithItsSealingReturnsTheDossierAtOnce() {
    Dossier returned = after(dossier(DossierStatus.PROCESSING), fetched(1, 4));
    assertThat(returned.status()).isEqualTo(DossierStatus.RETURNED);
  }

  @Test
  void aDossierIsNotReturnedWhileAnotherResultWaits() {
    Dossier first =
        after(feeFirst(DossierStatus.PROCESSING), payment("A", "paid"), result(1, "sealed"));
    Map<String, Object> fee = payment("B", 1, "pending");
    fee.put("description", "Phí cấp thêm bản");
    Dossier second = after(first, Given.take(fee), result(2, "sealed"));
    Dossier fetched = after(second, fetched(1, 3));
    assertThat(fetched.status()).isEqualTo(DossierStatus.DONE);
    fee.put("version", 2L);
    fee.put("status", "paid");
    assertThat(after(fetched, Given.take(fee)).status()).isEqualTo(DossierStatus.RETURNED);
  }

  @Test
  void whoFetchedOnlyTheWrongOneHasNotTheResultYet() {
    Dossier corrected = after(ISSUED, correction(2, 1), fetched(1, 3));
    assertThat(corrected.status()).isEqualTo(DossierStatus.DONE);
    Map<String, Object> correction = handedOut(2, 3);
    correction.put("replaces", Given.number(1));
    assertThat(after(corrected, takeResult(correction)).status()).isEqualTo(DossierStatus.RETURNED);
  }

  @Test
  void aRevokedResultThatWasFetchedReturnsNothing() {
    Map<String, Object> revoked = result(1, 3, "revoked");
    revoked.put("handedOutAt", FETCHED);
    assertThat(after(ISSUED, takeResult(revoked)).status()).isEqualTo(DossierStatus.DONE);
  }

  @Test
  void aDossierThatIsWorkedOnAgainIsReturnedWhenItIsDone() {
    Dossier again = after(ISSUED, result(2, "refused"), to(DossierStatus.PROCESSING));
    Dossier fetched = after(again, fetched(1, 3));
    assertThat(fetched.status()).isEqualTo(DossierStatus.PROCESSING);
    assertThat(after(fetched, to(DossierStatus.DONE)).status()).isEqualTo(DossierStatus.RETURNED);
  }

  @Test
  void aResultThatComesAfterTheReturnGoesOutAndTheDossierStaysReturned() {
    Dossier more = after(ISSUED, fetched(1, 3), result(2, "sealed"));
    assertThat(more.status()).isEqualTo(DossierStatus.RETURNED);
    assertThat(Given.kq(more, 2).issued()).isTrue();
  }

  private static TakeResult fetched(int ordinal, long version) {
    return takeResult(handedOut(ordinal, version));
  }

  private static Map<String, Object> handedOut(int ordinal, long version) {
    Map<String, Object> item = result(ordinal, version, "issued");
    item.put("handedOutAt", FETCHED);
    return item;
  }
}
