package dev.hoso.dossiers;

import static dev.hoso.dossiers.Given.NOW;
import static dev.hoso.dossiers.Given.RULES;
import static dev.hoso.dossiers.Given.after;
import static dev.hoso.dossiers.Given.dossier;
import static dev.hoso.dossiers.Given.payment;
import static dev.hoso.dossiers.Given.result;
import static dev.hoso.dossiers.Given.takeResult;
import static dev.hoso.dossiers.Given.to;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Language;
import dev.hoso.core.dynamo.Item;
import dev.hoso.dossiers.Command.ChangeStatus;
import dev.hoso.dossiers.Command.Erase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErasingTest {
  private static final Dossier STOPPED =
      after(
          dossier(DossierStatus.PROCESSING),
          payment("A", "paid"),
          result(1, "revoked"),
          new ChangeStatus(DossierStatus.STOPPED, "An không đến", null, null));
  private static final Dossier ERASED = after(STOPPED, new Erase());

  @Test
  void theApplicantIsNobodyAndIsToldNothing() {
    assertThat(ERASED.filing().applicant())
        .isEqualTo(new Applicant("", null, null, null, Language.VI, false, null));
    assertThat(ERASED.lifetime().erasedAt()).isEqualTo(NOW);
    assertThat(ERASED.version()).isEqualTo(STOPPED.version() + 1);
  }

  @Test
  void nothingThatIsKeptNamesThem() {
    Item item = DossierItems.item(ERASED);
    assertThat(DossierItems.item(STOPPED).toString()).contains("Sai tên An", "Giấy của An");
    assertThat(item.toString()).doesNotContain("An", "912345678", "example.vn");
    assertThat(item.has("statusReason")).isFalse();
    assertThat(item.has("registration")).isFalse();
  }

  @Test
  void whatWasDecidedPaidAndIssuedIsKept() {
    assertThat(ERASED.payments()).isEqualTo(STOPPED.payments());
    assertThat(ERASED.status()).isEqualTo(STOPPED.status());
    assertThat(ERASED.standing().at()).isEqualTo(STOPPED.standing().at());
    assertThat(ERASED.expires()).isEqualTo(STOPPED.expires());
    assertThat(ERASED.filing().procedure()).isEqualTo(STOPPED.filing().procedure());
    Item result = Given.kq(ERASED, 1).facts();
    assertThat(result.text("status")).isEqualTo("revoked");
    assertThat(result.text("title"))
        .isEqualTo("Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con");
  }

  @Test
  void whatIsErasedTwiceIsErasedOnce() {
    assertThat(RULES.decide(ERASED, new Erase(), NOW.plusSeconds(9)))
        .isEqualTo(new Decision.Unchanged(ERASED));
  }

  @Test
  void laterNewsOfItsResultsBringNothingBack() {
    Dossier news = after(ERASED, takeResult(result(1, 3, "revoked")), result(2, "sealed"));
    assertThat(DossierItems.item(news).toString()).doesNotContain("An");
    assertThat(Given.kq(news, 1).version()).isEqualTo(3);
    assertThat(news.lifetime().erasedAt()).isEqualTo(NOW);
  }

  @Test
  void moneyIsStillTaken() {
    assertThat(after(ERASED, payment("B", "paid")).payments()).containsKey("vnpay/B");
  }

  @Test
  void noRegistrationBringsTheApplicantBackNotEvenTheSame() {
    assertThat(RULES.decide(ERASED, Given.register(NOW), NOW)).isEqualTo(new Decision.Erased());
    assertThat(RULES.decide(ERASED, Given.register(null), NOW)).isEqualTo(new Decision.Erased());
  }

  @Test
  void anErasedDossierThatHasEndedDoesNotGoOn() {
    assertThat(RULES.decide(ERASED, to(DossierStatus.PROCESSING), NOW))
        .isEqualTo(new Decision.Erased());
    assertThat(RULES.decide(ERASED, to(DossierStatus.STOPPED), NOW))
        .isEqualTo(new Decision.Unchanged(ERASED));
  }

  /** An officer may have taken the stop back after the request was accepted. */
  @ParameterizedTest
  @EnumSource
  void whoeverWasPromisedItIsErasedHoweverTheDossierStands(DossierStatus status) {
    Dossier erased = after(dossier(status), new Erase());
    assertThat(erased.status()).isEqualTo(status);
    assertThat(erased.filing().applicant().name()).isEmpty();
  }

  @Test
  void oneThatGoesOnCanBeEndedWithoutWords() {
    Dossier erased = after(dossier(DossierStatus.PROCESSING), new Erase());
    Dossier stopped =
        after(erased, new ChangeStatus(DossierStatus.STOPPED, "theo đơn của An", null, null));
    assertThat(stopped.standing().reason()).isNull();
    assertThat(stopped.status()).isEqualTo(DossierStatus.STOPPED);
  }

  @Test
  void aDossierThatIsNotThereIsNotErased() {
    assertThat(RULES.decide(null, new Erase(), NOW)).isEqualTo(new Decision.Unknown());
  }

  @Test
  void anErasedDossierReadsBackAsItWasWritten() {
    assertThat(DossierItems.readBack(ERASED)).isEqualTo(ERASED);
  }
}
