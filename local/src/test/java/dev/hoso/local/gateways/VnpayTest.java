package dev.hoso.local.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Request;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VnpayTest {
  private static final VnpaySignature SIGNATURE = new VnpaySignature("SECRET");
  private static final String PAGE = "vnpay/vpcpay.html?";
  private final Rig rig = new Rig();

  @AfterEach
  void stop() {
    rig.close();
  }

  private static Map<String, String> pay() {
    return new TreeMap<>(
        Map.of(
            "vnp_TmnCode", "HOSOTEST",
            "vnp_Amount", "800000",
            "vnp_TxnRef", "R1",
            "vnp_CreateDate", "20261123143000",
            "vnp_OrderInfo", "<Le phi>",
            "vnp_ReturnUrl", "https://citizen.example/receipts/1"));
  }

  private HttpResponse<String> decide(String outcome) {
    rig.get(PAGE + SIGNATURE.sign(pay()));
    return rig.pay("vnpay", "R1", outcome);
  }

  @Test
  void aSignedAddressShowsWhatIsToBePaid() {
    HttpResponse<String> page = rig.get(PAGE + SIGNATURE.sign(pay()));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("8,000 VND").contains("&lt;Le phi&gt;").contains("R1");
  }

  @Test
  void anAddressThatWasChangedIsRefused() {
    HttpResponse<String> page =
        rig.get(PAGE + SIGNATURE.sign(pay()).replace("vnp_Amount=800000", "vnp_Amount=100"));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("Invalid signature");
  }

  @Test
  void anAddressWhoseTimeIsOverIsRefused() {
    Map<String, String> pay = pay();
    pay.put("vnp_ExpireDate", "20200101000000");
    assertThat(rig.get(PAGE + SIGNATURE.sign(pay)).body()).contains("time for this payment");
  }

  @ParameterizedTest
  @CsvSource({"PAID,00,00", "CANCELLED,24,02", "POOR,51,02", "SUSPECTED,07,07"})
  void theWebhookIsToldWhatThePersonChose(String outcome, String response, String status) {
    decide(outcome);
    Map<String, String> ipn = rig.told(1).getFirst().query();
    assertThat(SIGNATURE.verifies(ipn)).isTrue();
    assertThat(ipn)
        .containsEntry("vnp_ResponseCode", response)
        .containsEntry("vnp_TransactionStatus", status)
        .containsEntry("vnp_Amount", "800000")
        .containsEntry("vnp_TxnRef", "R1");
    assertThat(tell("querydr").path("vnp_TransactionStatus").asText()).isEqualTo(status);
  }

  @Test
  void theBrowserGoesBackWithTheSignedParameters() {
    HttpResponse<String> response = decide("PAID");
    assertThat(response.statusCode()).isEqualTo(303);
    URI back = URI.create(response.headers().firstValue("location").orElseThrow());
    assertThat(back.getHost()).isEqualTo("citizen.example");
    assertThat(SIGNATURE.verifies(Request.form(back.getRawQuery()))).isTrue();
  }

  @Test
  void whatIsPaidCannotBePaidAgain() {
    decide("PAID");
    assertThat(rig.get(PAGE + SIGNATURE.sign(pay())).body()).contains("has ended: paid");
  }

  @Test
  void anOrderThatNobodyOpenedIsNotKnown() {
    assertThat(tell("querydr").path("vnp_ResponseCode").asText()).isEqualTo("91");
    rig.get(PAGE + SIGNATURE.sign(pay()));
    JsonNode known = tell("querydr");
    assertThat(known.path("vnp_ResponseCode").asText()).isEqualTo("00");
    assertThat(known.path("vnp_TransactionStatus").asText()).isEqualTo("01");
  }

  @Test
  void aRequestComesOnceAndIsProven() {
    decide("LOST");
    ObjectNode asked = asked("querydr", "Q1");
    assertThat(send(asked).path("vnp_ResponseCode").asText()).isEqualTo("00");
    assertThat(send(asked).path("vnp_ResponseCode").asText()).isEqualTo("94");
    assertThat(
            send(asked("querydr", "Q2").put("vnp_TxnRef", "R2")).path("vnp_ResponseCode").asText())
        .isEqualTo("97");
  }

  @Test
  void aRefundIsUnderWayFirst() {
    decide("LOST");
    JsonNode refund = tell("refund");
    assertThat(refund.path("vnp_ResponseCode").asText()).isEqualTo("00");
    assertThat(refund.path("vnp_TransactionStatus").asText()).isEqualTo("05");
    assertThat(tell("refund").path("vnp_ResponseCode").asText()).isEqualTo("94");
    rig.clock().advance(Duration.ofMinutes(1));
    JsonNode done = tell("querydr");
    assertThat(done.path("vnp_TransactionType").asText()).isEqualTo("02");
    assertThat(done.path("vnp_TransactionStatus").asText()).isEqualTo("00");
  }

  private int requests;

  /** Asks, and looks at the answer's proof. */
  private JsonNode tell(String command) {
    JsonNode answer = send(asked(command, "RQ" + ++requests));
    String signed =
        bars(
                answer,
                "ResponseId,Command,ResponseCode,Message,TmnCode,TxnRef,Amount,BankCode,PayDate,TransactionNo,TransactionType,TransactionStatus,OrderInfo")
            + (command.equals("querydr") ? "||" : "");
    assertThat(answer.path("vnp_SecureHash").asText())
        .isEqualTo(Rig.hmac("HmacSHA512", "SECRET", signed));
    return answer;
  }

  private JsonNode send(JsonNode asked) {
    return Rig.json(rig.post("vnpay/merchant_webapi/api/transaction", asked));
  }

  private static ObjectNode asked(String command, String request) {
    ObjectNode json =
        Json.object()
            .put("vnp_RequestId", request)
            .put("vnp_Version", "2.1.0")
            .put("vnp_Command", command)
            .put("vnp_TmnCode", "HOSOTEST")
            .put("vnp_TxnRef", "R1")
            .put("vnp_TransactionDate", "20261123143000")
            .put("vnp_CreateDate", "20261123150000")
            .put("vnp_IpAddr", "127.0.0.1")
            .put("vnp_OrderInfo", "Le phi");
    String fields =
        "RequestId,Version,Command,TmnCode,TxnRef,TransactionDate,CreateDate,IpAddr,OrderInfo";
    if (command.equals("refund")) {
      json.put("vnp_TransactionType", "02").put("vnp_Amount", 800000);
      json.put("vnp_TransactionNo", "0").put("vnp_CreateBy", "officer");
      fields =
          "RequestId,Version,Command,TmnCode,TransactionType,TxnRef,Amount,TransactionNo,TransactionDate,CreateBy,CreateDate,IpAddr,OrderInfo";
    }
    return json.put("vnp_SecureHash", Rig.hmac("HmacSHA512", "SECRET", bars(json, fields)));
  }

  private static String bars(JsonNode json, String fields) {
    return Arrays.stream(fields.split(",", -1))
        .map(field -> json.path("vnp_" + field).asText(""))
        .collect(Collectors.joining("|"));
  }
}
