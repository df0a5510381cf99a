package dev.hoso.local.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZalopayTest {
  private final Rig rig = new Rig();
  private final String day =
      DateTimeFormatter.ofPattern("yyMMdd")
          .withZone(ZoneId.of("Asia/Ho_Chi_Minh"))
          .format(Instant.now());
  private final String id = day + "_H26150042";

  @AfterEach
  void stop() {
    rig.close();
  }

  private ObjectNode create(String transaction, long time) {
    String embedded = "{\"redirecturl\":\"https://citizen.example/receipts/1\"}";
    String signed = "2553|%s|hoso|50000|%d|%s|[]".formatted(transaction, time, embedded);
    return Json.object()
        .put("app_id", 2553)
        .put("app_trans_id", transaction)
        .put("app_user", "hoso")
        .put("amount", 50000)
        .put("app_time", time)
        .put("embed_data", embedded)
        .put("item", "[]")
        .put("description", "Lệ phí")
        .put("callback_url", rig.webhook("zalopay"))
        .put("mac", Rig.sha256("KEY1", signed));
  }

  private JsonNode created() {
    return Rig.json(
        rig.post("zalopay/v2/create", create(id, rig.clock().instant().toEpochMilli())));
  }

  private JsonNode query() {
    ObjectNode json = Json.object().put("app_id", 2553).put("app_trans_id", id);
    json.put("mac", Rig.sha256("KEY1", "2553|" + id + "|KEY1"));
    return Rig.json(rig.post("zalopay/v2/query", json));
  }

  private JsonNode refund(String refund, String transaction, long amount) {
    long now = rig.clock().instant().toEpochMilli();
    String signed = "2553|%s|%d|hoan|%d".formatted(transaction, amount, now);
    return Rig.json(
        rig.form(
            "zalopay/v2/refund",
            Map.of(
                "app_id",
                "2553",
                "m_refund_id",
                refund,
                "zp_trans_id",
                transaction,
                "amount",
                Long.toString(amount),
                "timestamp",
                Long.toString(now),
                "description",
                "hoan",
                "mac",
                Rig.sha256("KEY1", signed))));
  }

  private JsonNode queryRefund(String refund) {
    long now = rig.clock().instant().toEpochMilli();
    return Rig.json(
        rig.post(
            "zalopay/v2/query_refund",
            Json.object()
                .put("app_id", 2553)
                .put("m_refund_id", refund)
                .put("timestamp", now)
                .put("mac", Rig.sha256("KEY1", "2553|" + refund + "|" + now))));
  }

  @Test
  void anOrderIsOpenedOnce() {
    JsonNode first = created();
    assertThat(first.path("return_code").asInt()).isEqualTo(1);
    assertThat(first.path("order_url").asText())
        .endsWith("/local/gateways/zalopay/pay?order=" + id);
    JsonNode again = created();
    assertThat(again.path("return_code").asInt()).isEqualTo(2);
    assertThat(again.path("sub_return_code").asInt()).isEqualTo(-68);
  }

  @Test
  void theDayTheTimeAndTheProofAreLookedAt() {
    long now = rig.clock().instant().toEpochMilli();
    assertThat(refusal(create("200101_1", now))).isEqualTo(-92);
    assertThat(refusal(create(id, now - Duration.ofMinutes(16).toMillis()))).isEqualTo(-54);
    assertThat(refusal(create(id, now).put("amount", 1))).isEqualTo(-402);
  }

  private int refusal(JsonNode asked) {
    return Rig.json(rig.post("zalopay/v2/create", asked)).path("sub_return_code").asInt();
  }

  @ParameterizedTest
  @CsvSource({"LOST,1", "CANCELLED,2", "POOR,2"})
  void aQueryTellsWhatThePersonDid(String outcome, int code) {
    created();
    assertThat(query().path("return_code").asInt()).isEqualTo(3);
    rig.pay("zalopay", id, outcome);
    assertThat(query().path("return_code").asInt()).isEqualTo(code);
  }

  @Test
  void onlyMoneyThatWasTakenIsToldAndTheDataIsSignedAsAText() {
    rig.reply(Answer.json(200, Json.object().put("return_code", 1)));
    created();
    rig.pay("zalopay", id, "POOR");
    rig.pay("zalopay", id, "PAID");

    JsonNode told = Json.read(rig.told(1).getFirst().body());
    assertThat(rig.toldSoFar()).hasSize(1);
    assertThat(told.path("mac").asText()).isEqualTo(Rig.sha256("KEY2", told.path("data").asText()));
    JsonNode data = Json.read(told.path("data").asText());
    assertThat(data.path("app_trans_id").asText()).isEqualTo(id);
    assertThat(data.path("amount").asLong()).isEqualTo(50000);
    assertThat(data.path("zp_trans_id").asLong()).isEqualTo(query().path("zp_trans_id").asLong());
  }

  @Test
  void aRefundIsUnderWayFirstAndIsSentOnce() {
    created();
    rig.pay("zalopay", id, "LOST");
    String transaction = query().path("zp_trans_id").asText();
    String refund = day + "_2553_1";

    assertThat(refund(refund, transaction, 50000).path("return_code").asInt()).isEqualTo(3);
    assertThat(refund(refund, transaction, 50000).path("return_code").asInt()).isEqualTo(2);
    assertThat(queryRefund(refund).path("return_code").asInt()).isEqualTo(3);
    rig.clock().advance(Duration.ofMinutes(1));
    assertThat(queryRefund(refund).path("return_code").asInt()).isEqualTo(1);
    assertThat(queryRefund(day + "_2553_2").path("return_code").asInt()).isEqualTo(2);
  }
}
