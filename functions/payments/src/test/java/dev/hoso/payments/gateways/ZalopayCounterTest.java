package dev.hoso.payments.gateways;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.hoso.payments.gateways.Troubles.assertTrouble;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
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

/** ZaloPay's API, as its documents describe it. */
class ZalopayCounterTest {
  private static final String REFERENCE = "261123_HSABC";
  private static final String REFUND_NAME = "261123_2554_HT0123456789ABCDEF";

  /** ZaloPay's public test application (github.com/zalopay-oss/zalopay-nodejs). */
  private static final String KEY1 = "sdngKKJmqEMzvh5QQcdD2A9XBSKUNaYn";

  @RegisterExtension
  static final Wire WIRE = new Wire("zalopay", Map.of("APP_ID", "2554", "KEY1", KEY1 + ",old"));

  private final ZalopayCounter counter = new ZalopayCounter(WIRE.settings(), new Calls());
  private final PaymentRequest request = WIRE.request(REFERENCE, 50_000, "VND");
  private final Payment pending = WIRE.pending(request, Map.of());
  private final Payment paid = WIRE.paid(request, Map.of(), "261123000007041");
  private final Refund refund = PaymentSamples.refund(20_000, 20_000, 1);

  @Test
  void aPageIsAskedForAsTheDocumentsSay() {
    answer("/v2/create", created());

    Asked asked = counter.ask(WIRE.page(request));

    assertThat(asked)
        .isEqualTo(
            new Asked.Opened(
                "https://qcgateway.zalopay.vn/openinapp?order=eyJ6",
                Map.of(),
                "00020101021226520010vn.zalopay"));
    Map<String, String> sent = Proof.form(last("/v2/create"));
    assertThat(sent)
        .containsEntry("app_id", "2554")
        .containsEntry("app_user", "hoso")
        .containsEntry("app_trans_id", REFERENCE)
        .containsEntry("app_time", "1795415405000")
        .containsEntry("expire_duration_seconds", "86400")
        .containsEntry("amount", "50000")
        .containsEntry("description", "Lệ phí hồ sơ H26.15-261123-0042")
        .containsEntry("callback_url", "https://hoso.example.gov.vn/webhooks/zalopay")
        .containsEntry("item", "[]")
        .containsEntry("bank_code", "");
    String embedded = sent.get("embed_data");
    assertThat(Json.read(embedded).text("redirecturl"))
        .isEqualTo("https://hoso.example.gov.vn/receipts/ABCDEFGH12345678");
    assertThat(sent.get("mac"))
        .isEqualTo(
            Proof.sha256(KEY1, "2554|261123_HSABC|hoso|50000|1795415405000|" + embedded + "|[]"));
  }

  @ParameterizedTest
  @CsvSource({"60, 300", "86400, 86400", "2592000, 2592000", "9999999, 2592000"})
  void thePageLivesAsLongAsZaloPayAllows(long asked, String sent) {
    answer("/v2/create", created());
    PaymentRequest ours =
        new PaymentRequest(
            request.gateway(),
            request.reference(),
            request.dossier(),
            request.procedure(),
            request.unit(),
            request.account(),
            request.amount(),
            request.currency(),
            request.description(),
            request.createdAt(),
            request.createdAt().plusSeconds(asked),
            request.receipt());

    counter.ask(WIRE.page(ours));

    assertThat(Proof.form(last("/v2/create"))).containsEntry("expire_duration_seconds", sent);
  }

  @Test
  void aCodeForItsOwnApplicationAloneIsNoQrForBanks() {
    answer("/v2/create", created().replace("00020101021226520010vn.zalopay", "zalopay://pay"));

    assertThat(counter.ask(WIRE.page(request)))
        .isEqualTo(new Asked.Opened("https://qcgateway.zalopay.vn/openinapp?order=eyJ6", Map.of()));
  }

  @Test
  void anOrderThatItHasAlreadyIsNotOpenedAgain() {
    answers("/v2/create", Scenario.STARTED, "taken", aResponse().withFault(Fault.EMPTY_RESPONSE));
    answers("/v2/create", "taken", "taken", okJson(told(2, -68, "")));

    assertTrouble(Kind.TAKEN, () -> counter.ask(WIRE.page(request)));

    WIRE.server().verify(2, postRequestedFor(urlEqualTo("/v2/create")));
  }

  @ParameterizedTest
  @CsvSource({
    "2, -401, REFUSED",
    "2, -402, REFUSED",
    "2, -92, REFUSED",
    "2, -429, UNREACHABLE",
    "2, -999, UNREACHABLE",
    "-500, 0, UNREACHABLE",
    "-402, 0, REFUSED",
    "3, 0, REFUSED"
  })
  void whatElseZaloPayAnswers(int code, int why, Kind kind) {
    answer("/v2/create", told(code, why, ""));

    assertTrouble(kind, () -> counter.ask(WIRE.page(request)));
  }

  @Test
  void aPageThatIsNoneIsNotUnderstood() {
    answer("/v2/create", told(1, 1, ",\"order_url\":\"zalopay://pay\""));

    assertTrouble(Kind.NOT_UNDERSTOOD, () -> counter.ask(WIRE.page(request)));
  }

  @Test
  void aQueryIsProvenWithTheKeyInTheText() {
    answer("/v2/query", told(3, 0, ""));

    counter.look(pending, Wire.NOW);

    Map<String, String> sent = Proof.form(last("/v2/query"));
    assertThat(sent).containsEntry("app_id", "2554").containsEntry("app_trans_id", REFERENCE);
    assertThat(sent.get("mac")).isEqualTo(Proof.sha256(KEY1, "2554|261123_HSABC|" + KEY1));
  }

  @Test
  void itSaysThatTheMoneyCame() {
    answer("/v2/query", queried());

    List<Confirmation> told = counter.look(pending, Wire.NOW);

    assertThat(told).hasSize(1).first().isInstanceOf(Confirmation.Paid.class);
    Confirmation.Said said = told.getFirst().said();
    assertThat(said.amount()).isEqualTo(50_000);
    assertThat(said.gatewayTransactionId()).isEqualTo("261123000007041");
    assertThat(said.occurredAt()).isEqualTo("2026-11-23T07:20:00Z");
  }

  @ParameterizedTest
  @ValueSource(ints = {-63, -217, -332, -333, -1330, -1343})
  void itSaysThatAPaymentFailed(int why) {
    answer("/v2/query", told(2, why, ""));

    List<Confirmation> told = counter.look(pending, Wire.NOW);

    assertThat(told).hasSize(1).first().isInstanceOf(Confirmation.Failed.class);
    assertThat(told.getFirst().said().code()).isEqualTo(Integer.toString(why));
    assertThat(told.getFirst().said().amount()).isEqualTo(50_000);
  }

  @Test
  void unpaidAndUnderWayAreNotToldApartAndSayNothing() {
    answer("/v2/query", told(3, 0, ",\"is_processing\":true,\"amount\":50000"));
    assertThat(counter.look(pending, Wire.NOW)).isEmpty();

    answer("/v2/query", told(2, -101, ""));
    assertThat(counter.look(pending, Wire.NOW)).isEmpty();
  }

  @Test
  void thatAnOrderIsOverIsBelievedOnlyOnceItsTimeIs() {
    answer("/v2/query", told(2, -54, ""));

    assertThat(counter.look(pending, request.expiresAt().minusSeconds(1))).isEmpty();
    assertThat(counter.look(pending, request.expiresAt()))
        .hasSize(1)
        .first()
        .isInstanceOf(Confirmation.Expired.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2, -402, REFUSED",
    "2, -403, REFUSED",
    "2, -53, REFUSED",
    "2, -2, REFUSED",
    "2, -401, REFUSED",
    "2, -92, REFUSED",
    "-402, 0, REFUSED",
    "2, -429, UNREACHABLE",
    "-500, 0, UNREACHABLE",
    "2, -999, UNREACHABLE"
  })
  void aRefusedQuestionIsNoFailedPayment(int code, int why, Kind kind) {
    answer("/v2/query", told(code, why, ""));

    assertTrouble(kind, () -> counter.look(pending, Wire.NOW));
  }

  @Test
  void garbageProvesNothingAndAServerErrorIsAskedAgain() {
    answer("/v2/query", "<html>maintenance</html>");
    assertTrouble(Kind.NOT_UNDERSTOOD, () -> counter.look(pending, Wire.NOW));

    answers("/v2/query", Scenario.STARTED, "up", aResponse().withStatus(502));
    answers("/v2/query", "up", "up", okJson(queried()));
    assertThat(counter.look(pending, Wire.NOW)).hasSize(1);
  }

  @Test
  void aRefundIsProvenAndTakenOn() {
    answer("/v2/refund", told(1, 1, ",\"refund_id\":261123000115043"));

    assertThat(counter.send(paid, refund, Wire.NOW))
        .isEqualTo(new Refunding.Waiting("261123000115043"));

    Map<String, String> sent = Proof.form(last("/v2/refund"));
    assertThat(sent)
        .containsEntry("m_refund_id", REFUND_NAME)
        .containsEntry("zp_trans_id", "261123000007041")
        .containsEntry("amount", "20000")
        .containsEntry("timestamp", "1795419005000")
        .containsEntry("description", "Hoan tien 261123_HSABC");
    assertThat(sent.get("mac"))
        .isEqualTo(
            Proof.sha256(KEY1, "2554|261123000007041|20000|Hoan tien 261123_HSABC|1795419005000"));
  }

  @Test
  void itsNameHasTheDayInVietnamOnWhichItWasAskedFor() {
    answer("/v2/query_refund", told(3, 2, ""));
    Refund late =
        new Refund(
            refund.id(),
            20_000,
            20_000,
            "Nộp thừa",
            "officer-7",
            Instant.parse("2026-11-23T17:00:00Z"),
            Refund.Status.SENT,
            1,
            null,
            null,
            null);

    counter.look(paid, late, Instant.parse("2026-11-26T07:00:00Z"));

    assertThat(Proof.form(last("/v2/query_refund")))
        .containsEntry("m_refund_id", "261124_2554_HT0123456789ABCDEF");
  }

  @ParameterizedTest
  @CsvSource({
    "3, 2, Waiting",
    "2, -13, Refused",
    "2, -14, Refused",
    "2, -25, Refused",
    "2, -101, Refused",
    "2, -401, Refused"
  })
  void whatZaloPaySaysOfARefund(int code, int why, String becomes) {
    answer("/v2/refund", told(code, why, ""));
    answer("/v2/query_refund", told(2, -101, ""));

    assertThat(counter.send(paid, refund, Wire.NOW).getClass().getSimpleName()).isEqualTo(becomes);
  }

  @ParameterizedTest
  @CsvSource({"2, -402, REFUSED", "2, -3, REFUSED", "2, -500, UNREACHABLE"})
  void whatSaysNothingOfTheRefundIsAskedForAgain(int code, int why, Kind kind) {
    answer("/v2/refund", told(code, why, ""));

    assertTrouble(kind, () -> counter.send(paid, refund, Wire.NOW));
  }

  @ParameterizedTest
  @ValueSource(ints = {-23, -24, -68})
  void aRefusalIsBelievedOnlyWhereZaloPayDoesNotKnowTheRefund(int why) {
    answer("/v2/refund", told(2, why, ""));
    answer("/v2/query_refund", told(1, 1, ""));

    assertThat(counter.send(paid, refund, Wire.NOW)).isInstanceOf(Refunding.Done.class);
  }

  @Test
  void aRefundWhoseAnswerWasLostIsKnownAlreadyAndLookedUp() {
    answers("/v2/refund", Scenario.STARTED, "taken", aResponse().withFault(Fault.EMPTY_RESPONSE));
    answers("/v2/refund", "taken", "taken", okJson(told(2, -23, "")));
    answer("/v2/query_refund", told(1, 1, ""));

    assertThat(counter.send(paid, refund, Wire.NOW))
        .isEqualTo(new Refunding.Done(refund.id(), Wire.NOW));

    assertThat(Proof.sentTo(WIRE.server(), "/v2/refund"))
        .hasSize(2)
        .allSatisfy(it -> assertThat(Proof.form(it)).containsEntry("m_refund_id", REFUND_NAME));
  }

  @Test
  void oneThatWasPerhapsSentIsLookedForBeforeItIsSentAgain() {
    answer("/v2/query_refund", told(3, 2, ""));

    assertThat(counter.send(paid, PaymentSamples.refund(20_000, 20_000, 2), Wire.NOW))
        .isEqualTo(new Refunding.Waiting(refund.id()));

    WIRE.server().verify(0, postRequestedFor(urlEqualTo("/v2/refund")));
  }

  @Test
  void oneThatDidNotComeThereIsSentAgain() {
    answer("/v2/query_refund", told(2, -101, ""));
    answer("/v2/refund", told(3, 2, ",\"refund_id\":261123000115043"));

    assertThat(counter.send(paid, PaymentSamples.refund(20_000, 20_000, 2), Wire.NOW))
        .isEqualTo(new Refunding.Waiting("261123000115043"));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, Done",
    "3, 2, Waiting",
    "3, -1, Waiting",
    "2, -101, Waiting",
    "2, 0, Refused",
    "2, -13, Refused",
    "2, -32, Refused",
    "2, 1, Refused"
  })
  void aRefundIsFollowed(int code, int why, String becomes) {
    answer("/v2/query_refund", told(code, why, ""));

    assertThat(counter.look(paid, refund, Wire.NOW).getClass().getSimpleName()).isEqualTo(becomes);
    assertThat(Proof.form(last("/v2/query_refund")).get("mac"))
        .isEqualTo(Proof.sha256(KEY1, "2554|" + REFUND_NAME + "|1795419005000"));
  }

  private static LoggedRequest last(String path) {
    return Proof.sentTo(WIRE.server(), path).getLast();
  }

  private static void answer(String path, String body) {
    WIRE.server().stubFor(post(urlEqualTo(path)).willReturn(okJson(body)));
  }

  private static void answers(
      String path, String when, String then, ResponseDefinitionBuilder answer) {
    WIRE.server()
        .stubFor(
            post(urlEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs(when)
                .willReturn(answer)
                .willSetStateTo(then));
  }

  private static String created() {
    return told(
        1,
        1,
        """
        ,"zp_trans_token":"ACjEOD8C","order_token":"ACjEOD8C",\
        "order_url":"https://qcgateway.zalopay.vn/openinapp?order=eyJ6",\
        "qr_code":"00020101021226520010vn.zalopay\"""");
  }

  private static String queried() {
    return told(
        1,
        1,
        """
        ,"is_processing":false,"amount":50000,"discount_amount":0,"zp_trans_id":261123000007041,\
        "server_time":1795418400000""");
  }

  private static String told(int code, int why, String more) {
    return """
    {"return_code":%d,"return_message":"…","sub_return_code":%d,"sub_return_message":"…"%s}"""
        .formatted(code, why, more);
  }
}
