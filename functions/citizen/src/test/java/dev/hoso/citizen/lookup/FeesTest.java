package dev.hoso.citizen.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.citizen.Api;
import dev.hoso.citizen.Given;
import dev.hoso.citizen.Html;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

/** What the page says of money. */
class FeesTest {
  private static final Map<String, String> PAID = Map.of("paidAt", "2026-11-24T14:30:05+07:00");

  @Test
  void whoHasToPayReadsHowMuchUntilWhenAndWhere() {
    Api.Answer page = Given.dossier(6).payment("P1", "pending", Map.of()).kept().seen("vi");

    assertThat(todo(page)).contains("Nộp 50.000đ trước 09:00 26/11/2026");
    assertThat(page.html().values("a", "href")).contains("/receipts/RECEIPTP1?lang=vi");
  }

  @Test
  void whoHasToPayReadsHowElseItCanBePaid() {
    Given dossier = Given.dossier(6).payment("P1", "pending", Map.of()).kept();

    assertThat(todo(dossier.seen("vi")))
        .contains(
            "Trả bằng cách khác: Ví MoMo, ZaloPay, payOS (VietQR), Chuyển khoản ngân hàng, Thẻ quốc"
                + " tế (Stripe)");
    assertThat(todo(dossier.seen("en"))).contains("Pay another way: MoMo wallet", "Bank transfer");
    assertThat(dossier.seen("en").html().values("a", "href"))
        .contains("/receipts/RECEIPTP1?lang=en#ways");
  }

  @Test
  void aFeeInPoundsIsPaidWhereTheyAreTaken() {
    Given dossier = Given.dossier(6).payment("P1", "pending", Map.of("currency", "GBP"));

    assertThat(todo(dossier.kept().seen("en")))
        .contains("Pay another way: Card (Stripe), GOV.UK Pay")
        .doesNotContain("MoMo");
  }

  @Test
  void whatTheUnitHasSwitchedOffIsNotOffered(@TempDir Path city) throws IOException {
    Files.writeString(
        city.resolve("gateways.csv"),
        "unit,gateway,account,enabled\n01,momo,,no\n*,stripe,,no\n01,zalopay,,no\n");
    Given dossier = Given.dossier(6).payment("P1", "pending", Map.of()).kept();

    assertThat(todo(dossier.seen("en", Api.function(city))))
        .contains("Pay another way: payOS (VietQR), Bank transfer");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pending;           Not paid yet",
        "paid;              Paid",
        "failed;            The payment failed",
        "expired;           Expired, not paid",
        "cancelled;         No longer to be paid",
        "refunded;          Refunded",
        "partiallyRefunded; Partly refunded",
      })
  void everyPaymentSaysWhatBecameOfItAndLeadsToItsReceipt(String status, String says) {
    Api.Answer page = Given.dossier(4).payment("P1", status, Map.of()).kept().seen("en");

    Html html = page.html();
    assertThat(html.all("li").stream().map(Html::text).toList().getLast())
        .contains("50,000 VND – Le phi ho tich " + says, "Receipt P1");
    assertThat(html.values("a", "href")).contains("/receipts/RECEIPTP1?lang=en");
  }

  @Test
  void aReceiptSaysWhenTheMoneyCame() {
    assertThat(Given.dossier(4).payment("P1", "paid", PAID).kept().seen("en").read())
        .contains("Paid on 14:30, 24 Nov 2026");
  }

  @Test
  void moneyThatGoesBackSaysSo() {
    Given dossier =
        Given.dossier(4)
            .payment("P1", "paid", PAID)
            .payment(
                "P2", "paid", Map.of("paidAt", "2026-11-24T15:00:00+07:00", "refundDue", true));

    assertThat(dossier.kept().seen("en").read())
        .containsOnlyOnce("This money will be returned to you");
  }

  @Test
  void whatAGatewayHoldsBackIsNotToBePaidAgain() {
    Given dossier =
        Given.dossier(6)
            .payment("P1", "pending", Map.of("undecided", "07"))
            .payment("P2", "pending", Map.of());

    assertThat(todo(dossier.kept().seen("en")))
        .contains("Please do not pay again")
        .doesNotContain("Go to the payment page");
  }

  @Test
  void aFeeThatWasPaidIsNotAskedForTwice() {
    Given dossier = Given.dossier(4).payment("P1", "paid", PAID).payment("P2", "pending", Map.of());

    assertThat(todo(dossier.kept().seen("en"))).contains("Nothing for now");
  }

  @Test
  void anotherFeeIsAskedForAllTheSame() {
    Given dossier =
        Given.dossier(4)
            .payment("P1", "paid", PAID)
            .payment("P2", "pending", Map.of("amount", 8_000, "description", "Ban sao"));

    assertThat(todo(dossier.kept().seen("en"))).contains("Pay 8,000 VND");
  }

  @Test
  void ofTwoRequestsForOneFeeTheLaterIsShown() {
    Given dossier =
        Given.dossier(6)
            .payment("P1", "failed", Map.of())
            .payment("P2", "pending", Map.of("createdAt", "2026-11-24T11:00:00+07:00"));

    assertThat(payLinks(dossier.kept().seen("en"))).containsExactly("/receipts/RECEIPTP2?lang=en");
  }

  @Test
  void aFailedAttemptCanBeTriedAgainUntilItsTimeIsOver() {
    Given open = Given.dossier(6).payment("P1", "failed", Map.of());
    Given over =
        Given.dossier(6).payment("P1", "failed", Map.of("expiresAt", "2026-11-25T09:00:00+07:00"));

    assertThat(payLinks(open.kept().seen("en"))).hasSize(1);
    assertThat(payLinks(over.kept().seen("en"))).isEmpty();
    assertThat(todo(over.seen("en"))).contains("there is no open payment request");
  }

  @ParameterizedTest
  @CsvSource({"3", "7", "8"})
  void whatHasEndedWithoutAResultAsksForNoMoney(int status) {
    Given dossier = Given.dossier(status).payment("P1", "pending", Map.of());

    assertThat(payLinks(dossier.kept().seen("en"))).isEmpty();
  }

  private static String todo(Api.Answer page) {
    return Html.text((Element) page.html().id("todo").getParentNode());
  }

  private static List<String> payLinks(Api.Answer page) {
    return page.html().all("a").stream()
        .filter(link -> link.getAttribute("class").equals("pay"))
        .map(link -> link.getAttribute("href"))
        .toList();
  }
}
