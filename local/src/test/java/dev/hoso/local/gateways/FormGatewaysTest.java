package dev.hoso.local.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Request;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Gateways where a payment does not begin with us: sepay, dvcqg, standard. */
class FormGatewaysTest {
  private final Rig rig = new Rig();

  @AfterEach
  void stop() {
    rig.close();
  }

  private String started(String gateway, Map<String, String> form) {
    HttpResponse<String> answer = rig.form(gateway + "/start", form);
    return Rig.order(answer.headers().firstValue("location").orElseThrow());
  }

  @Test
  void aFormIsFilledFromItsAddress() {
    assertThat(rig.get("sepay/start?content=HS123&amount=9000").body())
        .contains("value=\"HS123\"", "value=\"9000\"", "value=\"0011\"");
    assertThat(rig.form("sepay/start", Map.of("amount", "a lot")).statusCode()).isEqualTo(400);
  }

  @Test
  void aTransferLosesItsPunctuationAndIsToldSigned() {
    String order =
        started(
            "sepay", Map.of("account", "0011", "amount", "50000", "content", "nop hs-2611.230042"));
    rig.pay("sepay", order, "PAID");

    Request told = rig.told(1).getFirst();
    String time = told.header("x-sepay-timestamp").orElseThrow();
    assertThat(told.header("x-sepay-signature"))
        .contains("sha256=" + Rig.sha256("whsec_sepay", time + "." + told.text()));
    JsonNode transfer = Json.read(told.body());
    assertThat(transfer.path("code").asText()).isEqualTo("HS2611230042");
    assertThat(transfer.path("content").asText()).startsWith("NOP HS2611230042 FT");
    assertThat(transfer.path("transferAmount").asLong()).isEqualTo(50000);
    assertThat(transfer.path("accountNumber").asText()).isEqualTo("0011");
  }

  @Test
  void aStandardEventIsSignedOverIdTimeAndBody() throws Exception {
    String order =
        started("standard", Map.of("reference", "R1", "amount", "50000", "currency", "VND"));
    rig.pay("standard", order, "PAID");

    Request told = rig.told(1).getFirst();
    byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String signed =
        told.header("webhook-id").orElseThrow()
            + "."
            + told.header("webhook-timestamp").orElseThrow()
            + "."
            + told.text();
    assertThat(told.header("webhook-signature"))
        .contains(
            "v1,"
                + Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
    assertThat(Json.read(told.body()).at("/data/reference").asText()).isEqualTo("R1");
  }

  @Test
  void thePortalsCallbackIsSignedWithoutItsStatusAndItsQueryWithIt() {
    rig.reply(Answer.json(200, Json.object().put("return_code", 0)));
    String order = started("dvcqg", Map.of("reference", "20421_7f3a", "amount", "150000"));
    assertThat(detail("20421_7f3a").path("status").asText()).isEqualTo("2");
    rig.pay("dvcqg", order, "PAID");

    JsonNode told = Json.read(rig.told(1).getFirst().body());
    assertThat(told.path("status").asInt()).isZero();
    assertThat(told.path("check_sum").asText())
        .isEqualTo(Rig.sha256("KEY2", "0|G17|PAY|150000|20421_7f3a|3.0"));
    JsonNode detail = detail("20421_7f3a");
    assertThat(detail.path("error").asText()).isEqualTo("0");
    assertThat(detail.path("status").asText()).isEqualTo("0");
    assertThat(detail.path("check_sum").asText())
        .isEqualTo(
            Rig.sha256(
                "KEY2",
                "G17|QUERY|0|150000|%s|20421_7f3a"
                    .formatted(told.path("transaction_code").asText())));
    assertThat(detail("nobody").path("error").asText()).isEqualTo("2");
  }

  private JsonNode detail(String transaction) {
    return Rig.json(
        rig.post(
            "dvcqg/api/v1/transaction/detail",
            Json.object()
                .put("client_id", "G17")
                .put("command", "QUERY")
                .put("transaction_id", transaction)
                .put("version", "3.0")
                .put("check_sum", Rig.sha256("KEY1", "G17|QUERY|" + transaction))));
  }
}
