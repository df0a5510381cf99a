package dev.hoso.local.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayosTest {
  private static final String API = "payos/v2/payment-requests";
  private static final String[] KEYS = {"x-client-id", "CLIENT", "x-api-key", "API"};
  private final Rig rig = new Rig();

  @AfterEach
  void stop() {
    rig.close();
  }

  private static ObjectNode create(long orderCode) {
    String signed =
        "amount=50000&cancelUrl=https://c.example/no&description=HS2611230042&orderCode=%d&returnUrl=https://c.example/yes"
            .formatted(orderCode);
    return Json.object()
        .put("orderCode", orderCode)
        .put("amount", 50000)
        .put("description", "HS2611230042")
        .put("cancelUrl", "https://c.example/no")
        .put("returnUrl", "https://c.example/yes")
        .put("signature", Rig.sha256("CHECKSUM", signed));
  }

  /** Answers are proven over all fields of {@code data}; here without lists. */
  private static void requireProof(JsonNode answer) {
    Map<String, String> fields = new TreeMap<>();
    answer
        .path("data")
        .properties()
        .forEach(
            it ->
                fields.put(
                    it.getKey(),
                    it.getValue().isNull()
                        ? ""
                        : it.getValue().isArray()
                            ? it.getValue().toString()
                            : it.getValue().asText()));
    String text =
        fields.entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue())
            .collect(Collectors.joining("&"));
    assertThat(answer.path("signature").asText()).isEqualTo(Rig.sha256("CHECKSUM", text));
  }

  private JsonNode link(String name) {
    return Rig.json(rig.get(API + "/" + name, KEYS));
  }

  private String opened() {
    return Rig.json(rig.post(API, create(2611230042L), KEYS)).at("/data/paymentLinkId").asText();
  }

  @Test
  void aLinkIsMadeOnceAndProven() {
    JsonNode first = Rig.json(rig.post(API, create(2611230042L), KEYS));
    assertThat(first.path("code").asText()).isEqualTo("00");
    assertThat(first.at("/data/status").asText()).isEqualTo("PENDING");
    assertThat(first.at("/data/checkoutUrl").asText()).contains("/local/gateways/payos/pay?order=");
    requireProof(first);
    assertThat(Rig.json(rig.post(API, create(2611230042L), KEYS)).path("code").asText())
        .isEqualTo("231");
  }

  @Test
  void keysProofAndLengthAreLookedAt() {
    assertThat(rig.post(API, create(1)).statusCode()).isEqualTo(401);
    assertThat(code(create(1).put("amount", 1))).isEqualTo("201");
    assertThat(link("1").path("code").asText()).isEqualTo("101");
  }

  private String code(JsonNode asked) {
    return Rig.json(rig.post(API, asked, KEYS)).path("code").asText();
  }

  @ParameterizedTest
  @CsvSource({"LOST,PAID,50000,1", "CANCELLED,CANCELLED,0,0"})
  void aLinkTellsWhatThePersonDid(String outcome, String status, long paid, int transfers) {
    String id = opened();
    rig.pay("payos", id, outcome);
    for (String name : new String[] {id, "2611230042"}) {
      JsonNode link = link(name);
      assertThat(link.at("/data/status").asText()).isEqualTo(status);
      assertThat(link.at("/data/amountPaid").asLong()).isEqualTo(paid);
      assertThat(link.at("/data/transactions")).hasSize(transfers);
      if (transfers == 0) {
        requireProof(link);
      }
    }
  }

  @Test
  void anOpenLinkCanBeCancelled() {
    String id = opened();
    HttpResponse<String> answer = rig.post(API + "/2611230042/cancel", Json.object(), KEYS);
    assertThat(Rig.json(answer).at("/data/status").asText()).isEqualTo("CANCELLED");
    assertThat(rig.pay("payos", id, "PAID").statusCode()).isEqualTo(400);
  }

  @Test
  void aPaymentIsToldAndProven() {
    HttpResponse<String> back = rig.pay("payos", opened(), "PAID");
    JsonNode told = Json.read(rig.told(1).getFirst().body());
    requireProof(told);
    assertThat(told.at("/data/orderCode").asLong()).isEqualTo(2611230042L);
    assertThat(told.at("/data/code").asText()).isEqualTo("00");
    assertThat(told.at("/data/transactionDateTime").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(back.headers().firstValue("location").orElseThrow())
        .startsWith("https://c.example/yes?")
        .contains("status=PAID");
  }
}
