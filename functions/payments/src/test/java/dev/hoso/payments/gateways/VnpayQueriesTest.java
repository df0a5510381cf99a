package dev.hoso.payments.gateways;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentSamples;
import dev.hoso.payments.Refund;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VNPAY's API, as its documents describe it. */
class VnpayQueriesTest {
  private static final String API = "/merchant_webapi/api/transaction";
  private static final String SECRET = "VNPAYTESTSECRET0123456789ABCDEFG";

  /** What an answer signs, in this order; a refund's without the last two. */
  private static final List<String> SIGNED =
      List.of(
          "ResponseId Command ResponseCode Message TmnCode TxnRef Amount BankCode PayDate TransactionNo TransactionType TransactionStatus OrderInfo PromotionCode PromotionAmount"
              .split(" "));

  @RegisterExtension
  static final Wire WIRE =
      new Wire("vnpay", Map.of("TMN_CODE", "HOSO0001", "HASH_SECRET", SECRET + ",OLDSECRET"));

  private final VnpayQueries queries = new VnpayQueries(WIRE.settings(), new Calls());
  private final Payment pending =
      WIRE.pending(WIRE.request("HS261123ABC", 50_000, "VND"), Map.of());
  private final Payment paid =
      WIRE.paid(WIRE.request("HS261123ABC", 50_000, "VND"), Map.of(), "14812201");

  @Test
  void aQueryIsSignedAsTheDocumentsSay() {
    answers(told("querydr"));

    queries.look(pending, Wire.NOW);

    Map<String, String> sent = sent();
    assertThat(sent).containsEntry("vnp_Command", "querydr").containsEntry("vnp_Version", "2.1.0");
    assertThat(sent).containsEntry("vnp_TransactionDate", "20261123133005");
    assertThat(sent).containsEntry("vnp_CreateDate", "20261123143005");
    assertThat(sent.get("vnp_SecureHash"))
        .isEqualTo(
            hash(
                sent,
                "vnp_RequestId vnp_Version vnp_Command vnp_TmnCode vnp_TxnRef vnp_TransactionDate"
                    + " vnp_CreateDate vnp_IpAddr vnp_OrderInfo"));
  }

  @ParameterizedTest
  @CsvSource({
    "00, Paid",
    "02, Failed",
    "04, Undecided",
    "07, Undecided",
  })
  void itSaysWhatBecameOfAPayment(String status, String kind) {
    answers(with(told("querydr"), "TransactionStatus", status));

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
    answers(with(told("querydr"), "TransactionStatus", "01"));
    assertThat(queries.look(pending, Wire.NOW)).isEmpty();

    answers(with(told("querydr"), "ResponseCode", "91"));
    assertThat(queries.look(pending, Wire.NOW)).isEmpty();
  }

  @Test
  void anAnswerWithoutASignatureOrWithAWrongOneProvesNothing() {
    for (String hash : List.of("", "00", hash(told("querydr"), "vnp_TxnRef"))) {
      Map<String, String> answer = signed(told("querydr"));
      answer.put("vnp_SecureHash", hash);
      serve(answer);

      assertTrouble(GatewayTrouble.Kind.UNPROVEN);
    }
  }

  @Test
  void anAnswerAboutAnotherPaymentProvesNothing() {
    answers(with(told("querydr"), "TxnRef", "ANOTHER"));
    assertTrouble(GatewayTrouble.Kind.UNPROVEN);

    answers(with(told("querydr"), "TmnCode", "OTHER001"));
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
                .willReturn(okJson(json(signed(told("querydr"))))));
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
    answers(with(with(told("refund"), "TransactionType", "03"), "TransactionStatus", "06"));

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
            hash(
                sent,
                "vnp_RequestId vnp_Version vnp_Command vnp_TmnCode vnp_TransactionType vnp_TxnRef"
                    + " vnp_Amount vnp_TransactionNo vnp_TransactionDate vnp_CreateBy"
                    + " vnp_CreateDate vnp_IpAddr vnp_OrderInfo"));
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
    answers(with(with(told("refund"), "ResponseCode", response), "TransactionStatus", status));

    assertThat(queries.send(paid, PaymentSamples.refund(50_000, 50_000, 1), Wire.NOW).getClass())
        .hasToString("class dev.hoso.payments.gateways.Refunding$" + becomes);
  }

  @Test
  void aRefundWhoseAnswerWasLostIsLookedUpBeforeItIsSentAgain() {
    Refund refund = PaymentSamples.refund(20_000, 20_000, 2);
    Map<String, String> known = with(told("querydr"), "TransactionType", "03");
    known.put("vnp_Amount", "2000000");
    known.put("vnp_TransactionNo", "14812999");
    answers(with(known, "TransactionStatus", "05"));

    assertThat(queries.send(paid, refund, Wire.NOW)).isEqualTo(new Refunding.Waiting("14812999"));

    WIRE.server()
        .verify(
            0,
            postRequestedFor(urlEqualTo(API))
                .withRequestBody(matchingJsonPath("$.vnp_Command", equalTo("refund"))));
  }

  private void assertTrouble(GatewayTrouble.Kind kind) {
    assertThatThrownBy(() -> queries.look(pending, Wire.NOW))
        .isInstanceOfSatisfying(
            GatewayTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(kind));
  }

  private static Map<String, String> told(String command) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("vnp_ResponseId", "aa5e7a4ccf2d4bdb8d5f3a5fb7e61efe");
    told.put("vnp_Command", command);
    told.put("vnp_ResponseCode", "00");
    told.put("vnp_Message", "Success");
    told.put("vnp_TmnCode", "HOSO0001");
    told.put("vnp_TxnRef", "HS261123ABC");
    told.put("vnp_Amount", "5000000");
    told.put("vnp_OrderInfo", "Le phi");
    told.put("vnp_BankCode", "NCB");
    told.put("vnp_PayDate", "20261123142000");
    told.put("vnp_TransactionNo", "14812201");
    told.put("vnp_TransactionType", "01");
    told.put("vnp_TransactionStatus", "00");
    return told;
  }

  private static Map<String, String> with(Map<String, String> told, String name, String value) {
    told.put("vnp_" + name, value);
    return told;
  }

  private static void answers(Map<String, String> told) {
    serve(signed(told));
  }

  private static void serve(Map<String, String> answer) {
    WIRE.server().stubFor(post(urlEqualTo(API)).willReturn(okJson(json(answer))));
  }

  private static Map<String, String> signed(Map<String, String> told) {
    Map<String, String> signed = new LinkedHashMap<>(told);
    boolean refund = told.get("vnp_Command").equals("refund");
    String names =
        SIGNED.subList(0, refund ? 13 : 15).stream()
            .map(name -> "vnp_" + name)
            .collect(Collectors.joining(" "));
    signed.put("vnp_SecureHash", hash(told, names));
    return signed;
  }

  private static Map<String, String> sent() {
    String body = WIRE.server().getAllServeEvents().getFirst().getRequest().getBodyAsString();
    Json.Fields sent = (Json.Fields) Json.read(body);
    Map<String, String> fields = new LinkedHashMap<>();
    sent.fields().keySet().forEach(name -> fields.put(name, sent.written(name)));
    return fields;
  }

  private static String json(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String hash(Map<String, String> fields, String names) {
    String text =
        List.of(names.split(" ")).stream()
            .map(name -> fields.getOrDefault(name, ""))
            .collect(Collectors.joining("|"));
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
