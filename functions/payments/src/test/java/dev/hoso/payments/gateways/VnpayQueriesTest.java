package dev.hoso.payments.gateways;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentSamples;
import dev.hoso.payments.Refund;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VNPAY's API, as its documents describe it. */
class VnpayQueriesTest {
  private static final String API = "/merchant_webapi/api/transaction";
  private static final String SECRET = "VNPAYTESTSECRET0123456789ABCDEFG";

  private static final String TERMINAL = "HOSO0001";

  @RegisterExtension
  static final Wire WIRE =
      new Wire("vnpay", Map.of("TMN_CODE", TERMINAL, "HASH_SECRET", SECRET + ",OLDSECRET"));

  private final VnpayQueries queries = new VnpayQueries(WIRE.settings(), new Calls());
  private final Payment pending =
      WIRE.pending(WIRE.request("HS261123ABC", 50_000, "VND"), Map.of());
  private final Payment paid =
      WIRE.paid(WIRE.request("HS261123ABC", 50_000, "VND"), Map.of(), "14812201");

  @Test
  void aQueryIsSignedAsTheDocumentsSay() {
    answers(toQuery());

    queries.look(pending, Wire.NOW);

    Map<String, String> sent = sent();
    assertThat(sent).containsEntry("vnp_Command", "querydr").containsEntry("vnp_Version", "2.1.0");
    assertThat(sent).containsEntry("vnp_TransactionDate", "20261123133005");
    assertThat(sent).containsEntry("vnp_CreateDate", "20261123143005");
    assertThat(sent.get("vnp_SecureHash"))
        .isEqualTo(
            VnpayAnswer.hash(
                sent,
                SECRET,
                "RequestId",
                "Version",
                "Command",
                "TmnCode",
                "TxnRef",
                "TransactionDate",
                "CreateDate",
                "IpAddr",
                "OrderInfo"));
  }

  @ParameterizedTest
  @CsvSource({
    "00, Paid",
    "02, Failed",
    "04, Undecided",
    "07, Undecided",
  })
  void itSaysWhatBecameOfAPayment(String status, String kind) {
    answers(toQuery().with("TransactionStatus", status));

    List<Confirmation> confirmations = queries.look(pending, Wire.NOW);

    assertThat(confirmations).hasSize(1);
    Confirmation.Said said = confirmations.getFirst().said();
    assertThat(confirmations.getFirst().getClass().getSimpleName()).isEqualTo(kind);
    assertThat(said.amount()).isEqualTo(50_000);
    assertThat(said.gatewayTransactionId()).isEqualTo("14812201");
    assertThat(said.occurredAt()).isEqualTo("2026-11-23T07:20:00Z");
  }

  @Test
  void whatIsNotCompleteOrNotFoundSaysNothing() {
    answers(toQuery().with("TransactionStatus", "01"));
    assertThat(queries.look(pending, Wire.NOW)).isEmpty();

    answers(toQuery().with("ResponseCode", "91"));
    assertThat(queries.look(pending, Wire.NOW)).isEmpty();
  }

  @Test
  void anAnswerWithoutASignatureOrWithAWrongOneProvesNothing() {
    String ofLess = VnpayAnswer.hash(Map.of("vnp_TxnRef", "HS261123ABC"), SECRET, "TxnRef");
    for (String hash : List.of("", "00", ofLess)) {
      serve(toQuery().json(hash));

      assertTrouble(GatewayTrouble.Kind.UNPROVEN);
    }
  }

  @Test
  void anAnswerAboutAnotherPaymentProvesNothing() {
    answers(toQuery().with("TxnRef", "ANOTHER"));
    assertTrouble(GatewayTrouble.Kind.UNPROVEN);

    answers(toQuery().with("TmnCode", "OTHER001"));
    assertTrouble(GatewayTrouble.Kind.UNPROVEN);
  }

  @Test
  void garbageProvesNothingAndAServerErrorIsAskedAgain() {
    WIRE.server().stubFor(post(urlEqualTo(API)).willReturn(okJson("<html>maintenance</html>")));
    assertTrouble(GatewayTrouble.Kind.UNPROVEN);

    WIRE.server()
        .stubFor(
            post(urlEqualTo(API))
                .inScenario("later")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(500))
                .willSetStateTo("up"));
    WIRE.server()
        .stubFor(
            post(urlEqualTo(API))
                .inScenario("later")
                .whenScenarioStateIs("up")
                .willReturn(okJson(toQuery().signed(SECRET))));
    assertThat(queries.look(pending, Wire.NOW)).hasSize(1);
  }

  @Test
  void aGatewayThatHangsUpIsAskedThreeTimesAndThenLeftAlone() {
    WIRE.server()
        .stubFor(
            post(urlEqualTo(API))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

    assertTrouble(GatewayTrouble.Kind.UNREACHABLE);
    WIRE.server().verify(3, postRequestedFor(urlEqualTo(API)));

    assertTrouble(GatewayTrouble.Kind.UNREACHABLE);
    assertTrouble(GatewayTrouble.Kind.UNREACHABLE);
    WIRE.server().verify(5, postRequestedFor(urlEqualTo(API)));
  }

  @Test
  void aRefundIsSignedAndOnItsWayWithTheBank() {
    answers(toRefund().with("TransactionType", "03").with("TransactionStatus", "06"));

    Refunding.Progress progress =
        queries.send(paid, PaymentSamples.refund(20_000, 20_000, 1), Wire.NOW);

    assertThat(progress)
        .isEqualTo(new Refunding.Done("14812201", java.time.Instant.parse("2026-11-23T07:20:00Z")));
    Map<String, String> sent = sent();
    assertThat(sent)
        .containsEntry("vnp_TransactionType", "03")
        .containsEntry("vnp_Amount", "2000000")
        .containsEntry("vnp_TransactionNo", "14812201");
    assertThat(sent.get("vnp_SecureHash"))
        .isEqualTo(
            VnpayAnswer.hash(
                sent,
                SECRET,
                "RequestId",
                "Version",
                "Command",
                "TmnCode",
                "TransactionType",
                "TxnRef",
                "Amount",
                "TransactionNo",
                "TransactionDate",
                "CreateBy",
                "CreateDate",
                "IpAddr",
                "OrderInfo"));
  }

  @ParameterizedTest
  @CsvSource({
    "00, 05, Waiting",
    "94, 05, Waiting",
    "00, 09, Refused",
    "95, 05, Refused",
    "91, 05, Refused",
  })
  void whatVnpaySaysOfARefund(String response, String status, String becomes) {
    answers(toRefund().with("ResponseCode", response).with("TransactionStatus", status));

    assertThat(queries.send(paid, PaymentSamples.refund(50_000, 50_000, 1), Wire.NOW).getClass())
        .hasToString("class dev.hoso.payments.gateways.Refunding$" + becomes);
  }

  @Test
  void aRefundWhoseAnswerWasLostIsLookedUpBeforeItIsSentAgain() {
    Refund refund = PaymentSamples.refund(20_000, 20_000, 2);
    answers(
        toQuery()
            .with("TransactionType", "03")
            .with("Amount", "2000000")
            .with("TransactionNo", "14812999")
            .with("TransactionStatus", "05"));

    assertThat(queries.send(paid, refund, Wire.NOW)).isEqualTo(new Refunding.Waiting("14812999"));

    WIRE.server()
        .verify(
            0,
            postRequestedFor(urlEqualTo(API))
                .withRequestBody(matchingJsonPath("$.vnp_Command", equalTo("refund"))));
  }

  private void assertTrouble(GatewayTrouble.Kind kind) {
    Troubles.assertTrouble(kind, () -> queries.look(pending, Wire.NOW));
  }

  private static VnpayAnswer toQuery() {
    return VnpayAnswer.toQuery(TERMINAL, "HS261123ABC");
  }

  private static VnpayAnswer toRefund() {
    return VnpayAnswer.toRefund(TERMINAL, "HS261123ABC");
  }

  private static void answers(VnpayAnswer answer) {
    serve(answer.signed(SECRET));
  }

  private static void serve(String answer) {
    WIRE.server().stubFor(post(urlEqualTo(API)).willReturn(okJson(answer)));
  }

  private static Map<String, String> sent() {
    return Proof.json(Proof.sentTo(WIRE.server(), API).getFirst());
  }
}
