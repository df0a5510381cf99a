package dev.hoso.payments.gateways;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.hoso.payments.gateways.Troubles.assertTrouble;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.hoso.core.Language;
import dev.hoso.payments.Asked;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.PaymentSamples;
import dev.hoso.payments.Refund;
import dev.hoso.payments.gateways.GatewayTrouble.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** MoMo's API, as its documents describe it. */
class MomoCounterTest {
  private static final String CREATE = "/v2/gateway/api/create";
  private static final String QUERY = "/v2/gateway/api/query";
  private static final String REFUND = "/v2/gateway/api/refund";
  private static final String REFUND_QUERY = "/v2/gateway/api/refund/query";
  private static final String REFUND_ID = "HT0123456789ABCDEF";

  /** MoMo's public test merchant (github.com/momo-wallet/payment, nodejs/MoMo.js). */
  private static final String SECRET = "K951B6PE1waDMi640xX08PD3vg6EkVlz";

  @RegisterExtension
  static final Wire WIRE =
      new Wire(
          "momo",
          Map.of(
              "PARTNER_CODE",
              "MOMO",
              "ACCESS_KEY",
              "F8BBA842ECF85",
              "SECRET_KEY",
              SECRET + ",old"));

  private final MomoCounter counter = new MomoCounter(WIRE.settings(), new Calls());
  private final PaymentRequest request = WIRE.request("HS261123ABC", 50_000, "VND");
  private final Payment pending = WIRE.pending(request, Map.of());
  private final Payment paid = WIRE.paid(request, Map.of(), "14812201");
  private final Refund refund = PaymentSamples.refund(20_000, 20_000, 1);

  @Test
  void aPageIsAskedForAsTheDocumentsSay() {
    opens();

    Asked asked = counter.ask(WIRE.page(request));

    assertThat(asked)
        .isEqualTo(new Asked.Opened("https://test-payment.momo.vn/v2/pay/1", Map.of()));
    Map<String, String> sent = Proof.json(last(CREATE));
    assertThat(sent)
        .containsEntry("partnerCode", "MOMO")
        .containsEntry("requestId", "HS261123ABC")
        .containsEntry("orderId", "HS261123ABC")
        .containsEntry("amount", "50000")
        .containsEntry("orderInfo", "Lệ phí hồ sơ H26.15-261123-0042")
        .containsEntry("requestType", "payWithMethod")
        .containsEntry("orderExpireTime", "1440")
        .containsEntry("autoCapture", "true")
        .containsEntry("extraData", "")
        .containsEntry("lang", "vi")
        .containsEntry("ipnUrl", "https://hoso.example.gov.vn/webhooks/momo");
    assertThat(last(CREATE).getBodyAsString()).contains("\"amount\":50000,");
    assertThat(sent.get("signature"))
        .isEqualTo(
            Proof.sha256(
                SECRET,
                "accessKey=F8BBA842ECF85&amount=50000&extraData="
                    + "&ipnUrl=https://hoso.example.gov.vn/webhooks/momo&orderId=HS261123ABC"
                    + "&orderInfo=Lệ phí hồ sơ H26.15-261123-0042&partnerCode=MOMO"
                    + "&redirectUrl=https://hoso.example.gov.vn/receipts/ABCDEFGH12345678"
                    + "&requestId=HS261123ABC&requestType=payWithMethod"));
    assertThat(sent).doesNotContainKey("accessKey");
  }

  @Test
  void thePageSpeaksTheCitizensLanguage() {
    opens();
    PayPage page = WIRE.page(request);

    counter.ask(
        new PayPage(request, Language.EN, page.ipAddress(), page.returnUrl(), page.webhookUrl()));

    assertThat(Proof.json(last(CREATE))).containsEntry("lang", "en");
  }

  @Test
  void anAnswerThatWasLostIsAskedForUnderTheSameRequestId() {
    answers(CREATE, Scenario.STARTED, "taken", aResponse().withFault(Fault.EMPTY_RESPONSE));
    answers(CREATE, "taken", "taken", okJson(created(50_000)));

    assertThat(counter.ask(WIRE.page(request)).payUrl()).endsWith("/pay/1");

    List<LoggedRequest> sent = Proof.sentTo(WIRE.server(), CREATE);
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).getBodyAsString()).isEqualTo(sent.get(1).getBodyAsString());
  }

  @ParameterizedTest
  @CsvSource({
    "40, 400, TAKEN",
    "41, 400, TAKEN",
    "7000, 422, UNREACHABLE",
    "13, 400, REFUSED",
    "22, 400, REFUSED",
    "99, 200, REFUSED"
  })
  void whatElseMoMoAnswers(String code, int status, Kind kind) {
    answer(CREATE, status, told("HS261123ABC", code, ""));

    assertTrouble(kind, () -> counter.ask(WIRE.page(request)));
  }

  @Test
  void anotherAmountUnderTheReferenceIsAnotherPayment() {
    answer(CREATE, 200, created(40_000));

    assertTrouble(Kind.TAKEN, () -> counter.ask(WIRE.page(request)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "/v2/pay", "", "https:///pay"})
  void whatIsNoAddressOfTheWebIsNotShownToACitizen(String address) {
    answer(CREATE, 200, created(50_000).replace("https://test-payment.momo.vn/v2/pay/1", address));

    assertTrouble(Kind.NOT_UNDERSTOOD, () -> counter.ask(WIRE.page(request)));
  }

  @Test
  void aQueryIsSignedAndNewEachTime() {
    answer(QUERY, 200, queried("1000", ""));

    counter.look(pending, Wire.NOW);
    counter.look(pending, Wire.NOW);

    List<LoggedRequest> sent = Proof.sentTo(WIRE.server(), QUERY);
    Map<String, String> first = Proof.json(sent.get(0));
    assertThat(first.get("signature"))
        .isEqualTo(
            Proof.sha256(
                SECRET,
                "accessKey=F8BBA842ECF85&orderId=HS261123ABC&partnerCode=MOMO&requestId="
                    + first.get("requestId")));
    assertThat(Proof.json(sent.get(1)).get("requestId")).isNotEqualTo(first.get("requestId"));
    assertThat(first.get("requestId")).hasSizeLessThanOrEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({
    "0, Paid",
    "9000, Undecided",
    "7000, Undecided",
    "7002, Undecided",
    "1001, Failed",
    "1005, Failed",
    "1006, Failed"
  })
  void itSaysWhatBecameOfAPayment(String code, String kind) {
    answer(QUERY, 200, queried(code, ""));

    List<Confirmation> told = counter.look(pending, Wire.NOW);

    assertThat(told).hasSize(1);
    Confirmation.Said said = told.getFirst().said();
    assertThat(told.getFirst().getClass().getSimpleName()).isEqualTo(kind);
    assertThat(said.amount()).isEqualTo(50_000);
    assertThat(said.gatewayTransactionId()).isEqualTo("14812201");
    assertThat(said.occurredAt()).isEqualTo("2026-11-23T07:20:00Z");
    assertThat(said.code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "8000", "42"})
  void whatWaitsForTheCitizenOrIsNotThereSaysNothing(String code) {
    answer(QUERY, code.equals("42") ? 400 : 200, queried(code, ""));

    assertThat(counter.look(pending, Wire.NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "11", "12", "13", "20", "21", "22", "40", "43", "47"})
  void aRefusedQuestionIsNoFailedPayment(String code) {
    answer(QUERY, 400, queried(code, ""));

    assertTrouble(Kind.REFUSED, () -> counter.look(pending, Wire.NOW));
  }

  @Test
  void whatWentBackIsToldWithThePayment() {
    answer(
        QUERY,
        200,
        queried(
            "0",
            refunds(entry("R1", 10_000, "0"), entry("R2", 5_000, "0"), entry("R3", 9, "7002"))));

    List<Confirmation> told = counter.look(pending, Wire.NOW);

    assertThat(told).hasSize(2);
    assertThat(told.get(0)).isInstanceOf(Confirmation.Paid.class);
    assertThat(told.get(1))
        .isInstanceOfSatisfying(
            Confirmation.Refunded.class,
            refunded -> {
              assertThat(refunded.refundedAmount()).isEqualTo(15_000);
              assertThat(refunded.said().amount()).isEqualTo(50_000);
              assertThat(refunded.said().occurredAt()).isEqualTo("2026-11-23T07:25:00Z");
            });
  }

  @Test
  void anotherOrderOrMerchantOrGarbageProvesNothing() {
    answer(QUERY, 200, queried("0", "").replace("HS261123ABC", "ANOTHER"));
    assertTrouble(Kind.UNPROVEN, () -> counter.look(pending, Wire.NOW));

    answer(QUERY, 200, queried("0", "").replace("\"MOMO\"", "\"OTHER\""));
    assertTrouble(Kind.UNPROVEN, () -> counter.look(pending, Wire.NOW));

    answer(QUERY, 200, "<html>maintenance</html>");
    assertTrouble(Kind.NOT_UNDERSTOOD, () -> counter.look(pending, Wire.NOW));
  }

  @Test
  void aServerErrorIsAskedAgain() {
    answers(QUERY, Scenario.STARTED, "up", aResponse().withStatus(500));
    answers(QUERY, "up", "up", okJson(queried("0", "")));

    assertThat(counter.look(pending, Wire.NOW)).hasSize(1);
  }

  @Test
  void aRefundIsSignedAndDone() {
    answer(REFUND, 200, refunded("0", 20_000));

    assertThat(counter.send(paid, refund, Wire.NOW))
        .isEqualTo(new Refunding.Done("2820086739", Instant.parse("2026-11-23T07:20:00Z")));

    Map<String, String> sent = Proof.json(last(REFUND));
    assertThat(sent)
        .containsEntry("orderId", REFUND_ID)
        .containsEntry("requestId", REFUND_ID)
        .containsEntry("amount", "20000")
        .containsEntry("transId", "14812201");
    assertThat(last(REFUND).getBodyAsString()).contains("\"transId\":14812201,");
    assertThat(sent.get("signature"))
        .isEqualTo(
            Proof.sha256(
                SECRET,
                "accessKey=F8BBA842ECF85&amount=20000&description=Hoan tien HS261123ABC&orderId="
                    + REFUND_ID
                    + "&partnerCode=MOMO&requestId="
                    + REFUND_ID
                    + "&transId=14812201"));
    assertThat(last(REFUND).getBodyAsString()).doesNotContain("Nộp thừa", "officer");
  }

  @ParameterizedTest
  @CsvSource({
    "7000, Waiting",
    "7002, Waiting",
    "1080, Refused",
    "1081, Refused",
    "1088, Refused",
    "21, Refused",
    "42, Refused"
  })
  void whatMoMoSaysOfARefund(String code, String becomes) {
    answer(REFUND, 200, refunded(code, 20_000));

    assertThat(counter.send(paid, refund, Wire.NOW).getClass().getSimpleName()).isEqualTo(becomes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10", "11", "13", "43", "99"})
  void whatSaysNothingOfTheRefundIsAskedForAgain(String code) {
    answer(REFUND, 200, refunded(code, 20_000));

    assertTrouble(Kind.REFUSED, () -> counter.send(paid, refund, Wire.NOW));
  }

  @Test
  void aRefundOfAnotherAmountIsNotOurs() {
    answer(REFUND, 200, refunded("0", 50_000));

    assertTrouble(Kind.UNPROVEN, () -> counter.send(paid, refund, Wire.NOW));
  }

  @Test
  void aRefundWhoseAnswerWasLostIsSentAgainUnderTheSameNameAndNotTwice() {
    answers(REFUND, Scenario.STARTED, "taken", aResponse().withFault(Fault.EMPTY_RESPONSE));
    answers(REFUND, "taken", "taken", okJson(refunded("0", 20_000)));

    assertThat(counter.send(paid, refund, Wire.NOW)).isInstanceOf(Refunding.Done.class);

    assertThat(Proof.sentTo(WIRE.server(), REFUND))
        .hasSize(2)
        .allSatisfy(it -> assertThat(Proof.json(it)).containsEntry("requestId", REFUND_ID));
  }

  @ParameterizedTest
  @ValueSource(strings = {"40", "41"})
  void oneThatMoMoForgotTheRequestOfIsLookedUp(String code) {
    answer(REFUND, 400, refunded(code, 20_000));
    answer(REFUND_QUERY, 200, looked(refunds(entry(REFUND_ID, 20_000, "0"))));

    assertThat(counter.send(paid, refund, Wire.NOW))
        .isEqualTo(new Refunding.Done("2820086739", Instant.parse("2026-11-23T07:25:00Z")));
    WIRE.server().verify(1, postRequestedFor(urlEqualTo(REFUND)));
  }

  @ParameterizedTest
  @CsvSource({
    "HT0123456789ABCDEF, 0, Done",
    "HT0123456789ABCDEF, 7002, Waiting",
    "HT0123456789ABCDEF, 1080, Refused",
    "ANOTHER, 0, Waiting"
  })
  void aRefundIsFollowedByItsName(String id, String code, String becomes) {
    answer(REFUND_QUERY, 200, looked(refunds(entry("R1", 1_000, "0"), entry(id, 20_000, code))));

    assertThat(counter.look(paid, refund, Wire.NOW).getClass().getSimpleName()).isEqualTo(becomes);
    assertThat(Proof.json(last(REFUND_QUERY))).containsEntry("orderId", REFUND_ID);
  }

  @Test
  void aRefundThatMoMoDoesNotShowYetIsWaitedFor() {
    answer(REFUND_QUERY, 400, told(REFUND_ID, "42", ""));
    assertThat(counter.look(paid, refund, Wire.NOW)).isEqualTo(new Refunding.Waiting(REFUND_ID));

    answer(REFUND_QUERY, 400, told(REFUND_ID, "13", ""));
    assertTrouble(Kind.REFUSED, () -> counter.look(paid, refund, Wire.NOW));
  }

  private static LoggedRequest last(String path) {
    return Proof.sentTo(WIRE.server(), path).getLast();
  }

  private static void opens() {
    answer(CREATE, 200, created(50_000));
  }

  private static void answer(String path, int status, String body) {
    WIRE.server()
        .stubFor(post(urlEqualTo(path)).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private static void answers(
      String path,
      String when,
      String then,
      com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
    WIRE.server()
        .stubFor(
            post(urlEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs(when)
                .willReturn(answer)
                .willSetStateTo(then));
  }

  private static String created(long amount) {
    return told(
        "HS261123ABC",
        "0",
        ",\"amount\":%d,\"payUrl\":\"https://test-payment.momo.vn/v2/pay/1\",\"deeplink\":\"momo://app\""
            .formatted(amount));
  }

  private static String queried(String code, String refunds) {
    return told(
        "HS261123ABC",
        code,
        ",\"amount\":50000,\"transId\":14812201,\"payType\":\"qr\",\"extraData\":\"\"" + refunds);
  }

  private static String refunded(String code, long amount) {
    return told(REFUND_ID, code, ",\"amount\":%d,\"transId\":2820086739".formatted(amount));
  }

  private static String looked(String refunds) {
    return told(REFUND_ID, "0", refunds);
  }

  private static String told(String orderId, String code, String more) {
    return """
    {"partnerCode":"MOMO","orderId":"%s","requestId":"R","responseTime":1795418400000,\
    "message":"…","resultCode":%s%s}"""
        .formatted(orderId, code, more);
  }

  private static String refunds(String... entries) {
    return ",\"refundTrans\":[" + String.join(",", entries) + "]";
  }

  private static String entry(String orderId, long amount, String code) {
    return """
    {"orderId":"%s","amount":%d,"resultCode":%s,"transId":2820086739,"createdTime":1795418700000}"""
        .formatted(orderId, amount, code);
  }
}
