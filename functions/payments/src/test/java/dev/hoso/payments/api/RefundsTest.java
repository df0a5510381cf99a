package dev.hoso.payments.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.hoso.core.web.ApiAnswer;
import dev.hoso.payments.RefundSteps;
import dev.hoso.payments.gateways.VnpayAnswer;
import dev.hoso.payments.gateways.Wire;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money that goes back. */
class RefundsTest {
  private static final String TERMINAL = "HOSO0001";
  private static final String SECRET = "REFUNDTESTSECRET0123456789ABCDEF";
  private static final AtomicInteger COUNT = new AtomicInteger();

  @RegisterExtension
  static final Wire WIRE = new Wire("vnpay", Map.of("TMN_CODE", TERMINAL, "HASH_SECRET", SECRET));

  private static APIGatewayV2HTTPEventFunction function;

  private final String reference = "RF" + COUNT.incrementAndGet();
  private final RefundSteps steps = new RefundSteps(Api.PAYMENTS, Api.ANOMALIES, WIRE);

  @BeforeAll
  static void start() {
    function = Api.function(WIRE.environment());
  }

  @BeforeEach
  void paid() {
    steps.paid("vnpay", reference, 50_000, "14812201");
    vnpay(taken("06"));
  }

  @Test
  void aPaymentGoesBackWhole() {
    ApiAnswer answer = refund("{'reason':'Nộp hai lần','requestedBy':'can-bo-07'}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.text("status")).isEqualTo("succeeded");
    assertThat(answer.number("amount")).isEqualTo(50_000);
    assertThat(answer.text("reason")).isEqualTo("Nộp hai lần");
    assertThat(answer.text("requestedBy")).isEqualTo("can-bo-07");
    assertThat(answer.text("gatewayRefundId")).isEqualTo("14812201");
    assertThat(steps.item("vnpay", reference).text("status")).isEqualTo("refunded");
    assertThat(steps.item("vnpay", reference).number("refundedAmount")).isEqualTo(50_000);
    assertThat(steps.item("vnpay", reference).has("due")).isFalse();
  }

  @Test
  void itGoesBackInPartsAndNeverMoreThanCame() {
    assertThat(refund("{'amount':20000,'reason':'Nộp thừa'}").text("status"))
        .isEqualTo("succeeded");
    assertThat(steps.item("vnpay", reference).text("status")).isEqualTo("partiallyRefunded");
    String receipt = "/receipts/" + steps.item("vnpay", reference).text("receipt");
    assertThat(Api.get(receipt + "?lang=en").send(function).read()).contains("Refunded 20,000 VND");

    ApiAnswer tooMuch = refund("{'amount':30001,'reason':'Nộp thừa'}");
    assertThat(tooMuch.status()).isEqualTo(400);
    assertThat(tooMuch.body()).contains("must be at most what has not gone back: 30000");

    assertThat(refund("{'amount':30000,'reason':'Nộp thừa'}").status()).isEqualTo(201);
    assertThat(steps.item("vnpay", reference).text("status")).isEqualTo("refunded");
    assertThat(steps.item("vnpay", reference).number("refundedAmount")).isEqualTo(50_000);

    ApiAnswer more = refund("{'reason':'Nộp thừa'}");
    assertThat(more.status()).isEqualTo(409);
    assertThat(more.text("type")).isEqualTo("urn:hoso:problem:nothing-to-refund");
    assertThat(Api.get(address()).send(function).body())
        .contains("\"refundedAmount\":50000")
        .contains("\"amount\":20000")
        .contains("\"amount\":30000");
  }

  @Test
  void aRepeatWithTheSameKeySendsNothing() {
    ApiAnswer first = refund("{'amount':20000,'reason':'Nộp thừa'}", "key-1");

    ApiAnswer again = refund("{'amount':20000,'reason':'Nộp thừa'}", "key-1");
    ApiAnswer other = refund("{'amount':30000,'reason':'Nộp thừa'}", "key-1");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(first.text("id"));
    assertThat(other.text("type")).isEqualTo("urn:hoso:problem:key-reused");
    assertSent(1);
  }

  @Test
  void whatTheGatewayTakesOnIsFollowedToItsEnd() {
    vnpay(taken("05"));
    ApiAnswer sent = refund("{'amount':20000,'reason':'Nộp thừa'}");
    assertThat(sent.text("status")).isEqualTo("sent");
    assertThat(steps.item("vnpay", reference).text("status")).isEqualTo("paid");

    ApiAnswer meanwhile = refund("{'amount':10000,'reason':'Nộp thừa'}");
    assertThat(meanwhile.text("type")).isEqualTo("urn:hoso:problem:refund-under-way");

    vnpay(known("06", "20000"));
    steps.later(Duration.ofHours(1));

    assertThat(steps.item("vnpay", reference).text("status")).isEqualTo("partiallyRefunded");
    assertThat(Api.get(address()).send(function).body()).contains("\"status\":\"succeeded\"");
    assertThat(steps.item("vnpay", reference).has("due")).isFalse();
    assertSent(1);
  }

  @Test
  void aRefundWhoseAnswerGotLostIsSentOnce() {
    WIRE.server().stubFor(post(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
    ApiAnswer kept = refund("{'amount':20000,'reason':'Nộp thừa'}");
    assertThat(kept.status()).isEqualTo(201);
    assertThat(kept.text("status")).isEqualTo("requested");
    WIRE.server().resetRequests();

    vnpay(known("06", "20000"));
    steps.later(Duration.ofHours(1));

    assertThat(steps.item("vnpay", reference).text("status")).isEqualTo("partiallyRefunded");
    assertSent(0);
  }

  @Test
  void whatTheGatewayRefusesIsToldAndCanBeAskedAgain() {
    vnpay(VnpayAnswer.toRefund(TERMINAL, reference).with("ResponseCode", "95"));

    ApiAnswer refused = refund("{'amount':20000,'reason':'Nộp thừa'}");

    assertThat(refused.text("status")).isEqualTo("failed");
    assertThat(refused.text("failure")).isEqualTo("95");
    assertThat(steps.item("vnpay", reference).text("status")).isEqualTo("paid");
    assertThat(steps.anomalies(reference)).containsExactly("refundFailed");
    vnpay(taken("06"));
    assertThat(refund("{'amount':20000,'reason':'Nộp thừa'}").text("status"))
        .isEqualTo("succeeded");
  }

  @Test
  void whereAGatewayGivesNothingBackItIsPaidBackByHand() {
    steps.paid("sepay", reference, 50_000, "92704");
    String path = "/payments/sepay/" + reference + "/refunds";

    ApiAnswer refused = Api.post(path, json("{'reason':'Nộp thừa'}")).send(function);
    assertThat(refused.text("type")).isEqualTo("urn:hoso:problem:refund-by-hand");

    ApiAnswer done =
        Api.post(path, json("{'reason':'Nộp thừa','transferReference':'FT26327001'}"))
            .send(function);
    assertThat(done.status()).isEqualTo(201);
    assertThat(done.text("status")).isEqualTo("succeeded");
    assertThat(done.text("gatewayRefundId")).isEqualTo("FT26327001");
    assertThat(steps.item("sepay", reference).text("status")).isEqualTo("refunded");
  }

  @Test
  void whatWasNotPaidCannotGoBack() {
    steps.asked("vnpay", "P" + reference, 50_000);

    ApiAnswer refused =
        Api.post("/payments/vnpay/P" + reference + "/refunds", json("{'reason':'Nhầm'}"))
            .send(function);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("type")).isEqualTo("urn:hoso:problem:nothing-to-refund");
    assertThat(refused.body()).contains("The payment is pending");
  }

  @Test
  void anUnknownPaymentIsSaidSo() {
    ApiAnswer refused =
        Api.post("/payments/vnpay/NOBODYS/refunds", json("{'reason':'Nhầm'}")).send(function);

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.text("type")).isEqualTo("urn:hoso:problem:unknown-payment");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'amount':20000}|reason",
        "{'amount':0,'reason':'x'}|amount",
        "{'amount':-5,'reason':'x'}|amount",
        "{'amount':1.5,'reason':'x'}|amount",
        "{'amount':'20000','reason':'x'}|amount",
        "{'reason':''}|reason",
        "{'reason':'x','requestedBy':7}|requestedBy",
        "{'reason':'x','transferReference':''}|transferReference",
      })
  void aFaultNamesItsFieldAndNothingIsSent(String body, String field) {
    ApiAnswer refused = refund(body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
    assertThat(steps.item("vnpay", reference).text("status")).isEqualTo("paid");
    assertSent(0);
  }

  private ApiAnswer refund(String body) {
    return Api.post(address(), json(body)).send(function);
  }

  private ApiAnswer refund(String body, String key) {
    return Api.post(address(), json(body)).header("Idempotency-Key", key).send(function);
  }

  private String address() {
    return "/payments/vnpay/" + reference + "/refunds";
  }

  private static String json(String quoted) {
    return quoted.replace('\'', '"');
  }

  private VnpayAnswer taken(String status) {
    return VnpayAnswer.toRefund(TERMINAL, reference).with("TransactionStatus", status);
  }

  private VnpayAnswer known(String status, String amount) {
    return VnpayAnswer.toQuery(TERMINAL, reference)
        .with("TransactionType", "03")
        .with("Amount", amount + "00")
        .with("TransactionNo", "14812999")
        .with("TransactionStatus", status);
  }

  private static void vnpay(VnpayAnswer answer) {
    WIRE.server().stubFor(post(anyUrl()).willReturn(okJson(answer.signed(SECRET))));
  }

  private static void assertSent(int times) {
    WIRE.server()
        .verify(
            times,
            postRequestedFor(anyUrl())
                .withRequestBody(matchingJsonPath("$.vnp_Command", equalTo("refund"))));
  }
}
