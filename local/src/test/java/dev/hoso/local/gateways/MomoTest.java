package dev.hoso.local.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomoTest {
  private static final String API = "momo/v2/gateway/api/";
  private final Rig rig = new Rig();

  @AfterEach
  void stop() {
    rig.close();
  }

  private ObjectNode create(String orderId, String requestId) {
    ObjectNode json =
        Json.object()
            .put("partnerCode", "PARTNER")
            .put("requestType", "captureWallet")
            .put("ipnUrl", rig.webhook("momo"))
            .put("redirectUrl", "https://citizen.example/receipts/1")
            .put("orderId", orderId)
            .put("amount", 50000)
            .put("lang", "vi")
            .put("orderInfo", "Lệ phí hồ sơ")
            .put("requestId", requestId)
            .put("extraData", "");
    return signed(
        json,
        "accessKey=ACCESS&amount=50000&extraData=&ipnUrl=%s&orderId=%s&orderInfo=Lệ phí hồ sơ&partnerCode=PARTNER&redirectUrl=https://citizen.example/receipts/1&requestId=%s&requestType=captureWallet"
            .formatted(rig.webhook("momo"), orderId, requestId));
  }

  private static ObjectNode signed(ObjectNode json, String text) {
    return json.put("signature", Rig.sha256("SECRET", text));
  }

  private JsonNode query(String call, String orderId, String requestId) {
    ObjectNode json =
        Json.object()
            .put("partnerCode", "PARTNER")
            .put("requestId", requestId)
            .put("orderId", orderId);
    return Rig.json(
        rig.post(
            API + call,
            signed(
                json,
                "accessKey=ACCESS&orderId=%s&partnerCode=PARTNER&requestId=%s"
                    .formatted(orderId, requestId))));
  }

  private ObjectNode refund(String orderId, long amount, String transId) {
    ObjectNode json =
        Json.object()
            .put("partnerCode", "PARTNER")
            .put("orderId", orderId)
            .put("requestId", orderId)
            .put("amount", amount)
            .put("transId", Long.parseLong(transId))
            .put("description", "");
    return signed(
        json,
        "accessKey=ACCESS&amount=%d&description=&orderId=%s&partnerCode=PARTNER&requestId=%s&transId=%s"
            .formatted(amount, orderId, orderId, transId));
  }

  @Test
  void anOrderIsOpenedAndTheAnswerIsSigned() {
    JsonNode answer = Rig.json(rig.post(API + "create", create("HS-1", "R1")));

    assertThat(answer.path("resultCode").asInt()).isZero();
    assertThat(answer.path("payUrl").asText()).endsWith("/local/gateways/momo/pay?order=HS-1");
    assertThat(answer.path("signature").asText())
        .isEqualTo(
            Rig.sha256(
                "SECRET",
                "accessKey=ACCESS&amount=50000&orderId=HS-1&partnerCode=PARTNER&payUrl=%s&requestId=R1&responseTime=%s&resultCode=0"
                    .formatted(
                        answer.path("payUrl").asText(), answer.path("responseTime").asText())));
  }

  @Test
  void theSameRequestGetsTheSameAnswerAndAnotherOneOfTheOrderIsRefused() {
    String first = rig.post(API + "create", create("HS-1", "R1")).body();
    assertThat(rig.post(API + "create", create("HS-1", "R1")).body()).isEqualTo(first);
    assertThat(Rig.json(rig.post(API + "create", create("HS-1", "R2"))).path("resultCode").asInt())
        .isEqualTo(41);
  }

  @Test
  void whatIsNotSignedIsRefused() {
    HttpResponse<String> answer =
        rig.post(API + "create", create("HS-1", "R1").put("amount", 1000));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Rig.json(answer).path("resultCode").asInt()).isEqualTo(13);
  }

  @ParameterizedTest
  @CsvSource({"PAID,0", "CANCELLED,1006", "POOR,1001", "LOST,0"})
  void aQueryTellsWhatThePersonDid(String outcome, int result) {
    rig.post(API + "create", create("HS-1", "R1"));
    assertThat(query("query", "HS-1", "Q1").path("resultCode").asInt()).isEqualTo(1000);
    rig.pay("momo", "HS-1", outcome);
    JsonNode answer = query("query", "HS-1", "Q2");
    assertThat(answer.path("resultCode").asInt()).isEqualTo(result);
    assertThat(answer.path("amount").asLong()).isEqualTo(50000);
    assertThat(answer.path("transId").asLong()).isPositive();
  }

  @Test
  void whatNobodyPaysExpiresAndWhatNobodyAskedForIsNotFound() {
    rig.post(API + "create", create("HS-1", "R1"));
    rig.clock().advance(Duration.ofMinutes(101));
    assertThat(query("query", "HS-1", "Q1").path("resultCode").asInt()).isEqualTo(1005);
    assertThat(query("query", "HS-2", "Q2").path("resultCode").asInt()).isEqualTo(42);
  }

  @Test
  void theNotificationIsSignedOverThirteenFields() {
    rig.reply(new Answer(204, List.of(), new byte[0]));
    rig.post(API + "create", create("HS-1", "R1"));
    HttpResponse<String> back = rig.pay("momo", "HS-1", "PAID");

    JsonNode told = Json.read(rig.told(1).getFirst().body());
    assertThat(told.path("signature").asText())
        .isEqualTo(
            Rig.sha256(
                "SECRET",
                "accessKey=ACCESS&amount=50000&extraData=&message=Thành công.&orderId=HS-1&orderInfo=Lệ phí hồ sơ&orderType=momo_wallet&partnerCode=PARTNER&payType=qr&requestId=R1&responseTime=%s&resultCode=0&transId=%s"
                    .formatted(told.path("responseTime").asText(), told.path("transId").asText())));
    assertThat(back.headers().firstValue("location").orElseThrow())
        .startsWith("https://citizen.example/receipts/1?")
        .contains("orderId=HS-1", "resultCode=0");
  }

  @Test
  void aRefundIsSentOnceAndFoundByBothQueries() {
    rig.post(API + "create", create("HS-1", "R1"));
    rig.pay("momo", "HS-1", "LOST");
    String transaction = query("query", "HS-1", "Q1").path("transId").asText();

    String first = rig.post(API + "refund", refund("RF-1", 20000, transaction)).body();
    assertThat(Json.read(first).path("resultCode").asInt()).isZero();
    assertThat(rig.post(API + "refund", refund("RF-1", 20000, transaction)).body())
        .isEqualTo(first);
    assertThat(query("query", "HS-1", "Q2").at("/refundTrans/0/amount").asLong()).isEqualTo(20000);
    assertThat(query("refund/query", "RF-1", "Q3").at("/refundTrans/0/orderId").asText())
        .isEqualTo("RF-1");
    JsonNode tooMuch = Rig.json(rig.post(API + "refund", refund("RF-2", 30001, transaction)));
    assertThat(tooMuch.path("resultCode").asInt()).isEqualTo(1088);
  }
}
