package dev.hoso.payments.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Update;
import dev.hoso.core.web.ApiAnswer;
import dev.hoso.payments.Asked;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.Payments;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A receipt as its reader sees it, through the real function. */
class ReceiptsTest {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String reference = "R" + COUNT.incrementAndGet();

  @Test
  void aPaidReceiptSaysWhoWhatHowMuchWhenAndByWhichTransaction() {
    String receipt =
        receipt(
            "paid",
            Map.of("paidAt", "2026-11-23T14:30:05+07:00", "gatewayTransactionId", "14812201"));

    ApiAnswer page = Api.get("/receipts/" + receipt).send();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("<html lang=\"vi\">");
    assertThat(page.read())
        .isEqualTo(
            "Biên lai thanh toán H26.15-261123-0042 Biên lai thanh toán Đã thanh toán Khoản tiền đã"
                + " được ghi nhận cho hồ sơ. Đơn vị Thành phố Hà Nội Thủ tục Thủ tục đăng ký khai"
                + " sinh Mã hồ sơ H26.15-261123-0042 Số tiền 50.000đ Thanh toán lúc 14:30:05"
                + " 23/11/2026 Thanh toán qua VNPAY Mã thanh toán "
                + reference
                + " Mã giao dịch của cổng 14812201 English");
  }

  @Test
  void itSpeaksEnglishToWhoAsks() {
    String receipt = receipt("paid", Map.of("paidAt", "2026-11-23T14:30:05+07:00"));

    ApiAnswer asked = Api.get("/receipts/" + receipt + "?lang=en").send();
    ApiAnswer byBrowser =
        Api.get("/receipts/" + receipt).header("accept-language", "en-GB,en;q=0.9,vi;q=0.5").send();
    ApiAnswer french =
        Api.get("/receipts/" + receipt).header("accept-language", "fr-FR,fr;q=0.9").send();

    assertThat(asked.read()).contains("Payment receipt", "Birth registration", "50,000 VND");
    assertThat(byBrowser.read()).contains("Payment receipt");
    assertThat(french.read()).contains("Biên lai thanh toán");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "pending;           Not confirmed yet;         true",
        "failed;            choose how to pay below;   false",
        "expired;           has closed its page;       false",
        "cancelled;         Cancelled at the gateway;  false",
        "paid;              Paid;                      false",
        "refunded;          Refunded;                  false",
        "partiallyRefunded; Partly refunded;           false",
      })
  void everyStatusSaysWhatItMeansAndWhetherToPay(String status, String says, boolean payable) {
    ApiAnswer page = Api.get("/receipts/" + receipt(status, Map.of()) + "?lang=en").send();

    assertThat(page.read()).contains(says);
    assertThat(page.body().contains("href=\"https://pay.example/")).isEqualTo(payable);
    assertThat(page.body()).doesNotContain("http-equiv=\"refresh\"");
  }

  @Test
  void whoComesBackFromTheGatewayWaitsOnAPageThatLoadsItselfAnew() {
    String receipt = receipt("pending", Map.of());
    String waiting = "/receipts/" + receipt + "?lang=en&back=1";

    ApiAnswer back = Api.get("/receipts/" + receipt + "?vnp_TxnRef=1&lang=en").send();
    ApiAnswer again = Api.get(waiting).send();

    assertThat(back.read()).contains("this page reloads by itself");
    assertThat(back.body()).contains("content=\"15;url=" + waiting.replace("&", "&amp;"));
    assertThat(again.body()).contains("http-equiv=\"refresh\"");
    stand("paid");
    assertThat(Api.get(waiting).send().body()).doesNotContain("http-equiv=\"refresh\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"expired; The time to pay is over", "cancelled; No longer to be paid"})
  void onceTheTimeIsOverNothingIsOffered(String status, String says) {
    String receipt =
        receipt(status, Map.of("expiresAt", Time.text(Instant.now().minusSeconds(60))));

    ApiAnswer page = Api.get("/receipts/" + receipt + "?lang=en").send();

    assertThat(page.read()).contains(says);
    assertThat(page.body()).doesNotContain("<form", "class=\"pay\"");
  }

  @Test
  void heldBackMoneyIsNotToBePaidAgain() {
    ApiAnswer page =
        Api.get("/receipts/" + receipt("pending", Map.of("undecided", "07")) + "?lang=en").send();

    assertThat(page.read()).contains("Being checked by the gateway", "do not pay again");
    assertThat(page.body()).doesNotContain("href=\"https://pay.example/");
  }

  @Test
  void whatTheGatewaySaysInTheAddressChangesNothing() {
    String receipt = receipt("pending", Map.of());
    Item before = item();

    ApiAnswer page =
        Api.get("/receipts/" + receipt + "?vnp_ResponseCode=00&vnp_TransactionStatus=00&lang=en")
            .send();

    assertThat(page.read()).contains("Not confirmed yet");
    assertThat(item()).isEqualTo(before);
  }

  @Test
  void itIsKeptNowhereAndLoadsNothing() {
    ApiAnswer page = Api.get("/receipts/" + receipt("paid", Map.of())).send();

    assertThat(page.headers())
        .containsEntry("Cache-Control", "no-store")
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsEntry("X-Robots-Tag", "noindex");
    assertThat(page.headers().get("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'sha256-");
    assertThat(page.body()).doesNotContain("<script", "src=", "<link", "style=\"");
  }

  @Test
  void aProgramGetsJson() {
    String receipt = receipt("paid", Map.of("paidAt", "2026-11-23T14:30:05+07:00"));

    ApiAnswer json = Api.get("/receipts/" + receipt).header("accept", "application/json").send();

    assertThat(json.headers().get("Content-Type")).startsWith("application/json");
    assertThat(json.text("status")).isEqualTo("paid");
    assertThat(json.text("paidAt")).isEqualTo("2026-11-23T14:30:05+07:00");
    assertThat(json.json()).containsEntry("late", false);
  }

  @Test
  void anUnknownReceiptIsNotFound() {
    ApiAnswer page = Api.get("/receipts/0000000000000000").send();
    ApiAnswer json =
        Api.get("/receipts/0000000000000000").header("accept", "application/json").send();

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.read()).contains("Không tìm thấy biên lai");
    assertThat(json.status()).isEqualTo(404);
    assertThat(json.text("type")).isEqualTo("urn:hoso:problem:unknown-receipt");
  }

  /** A payment of 50.000đ that stands there, and can be paid for another day. */
  private String receipt(String status, Map<String, String> more) {
    Instant now = Instant.now();
    PaymentRequest request =
        new PaymentRequest(
            "vnpay",
            new PaymentReference(reference),
            new DossierCode("H26.15-261123-0042"),
            "1.001193",
            "01",
            null,
            50_000,
            "VND",
            "Le phi",
            now,
            now.plusSeconds(86_400),
            PaymentRequest.newReceipt());
    new Payments(Api.PAYMENTS)
        .create(request, new Asked.Address("https://pay.example/" + reference));
    Update update = Update.of(Map.of("id", "vnpay/" + reference)).set("status", status);
    more.forEach(update::set);
    Api.PAYMENTS.write(update);
    return request.receipt();
  }

  private void stand(String status) {
    Api.PAYMENTS.write(Update.of(Map.of("id", "vnpay/" + reference)).set("status", status));
  }

  private Item item() {
    return Api.PAYMENTS.get(Map.of("id", "vnpay/" + reference));
  }
}
