package dev.hoso.local.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Request;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeTest {
  private static final String SESSIONS = "stripe/v1/checkout/sessions";
  private static final String[] KEY = {"authorization", "Bearer sk"};
  private final Rig rig = new Rig();

  @AfterEach
  void stop() {
    rig.close();
  }

  private static Map<String, String> session() {
    return new TreeMap<>(
        Map.of(
            "mode", "payment",
            "line_items[0][quantity]", "1",
            "line_items[0][price_data][currency]", "vnd",
            "line_items[0][price_data][unit_amount]", "50000",
            "line_items[0][price_data][product_data][name]", "Lệ phí",
            "client_reference_id", "H26.15-1",
            "metadata[reference]", "H26.15-1",
            "payment_intent_data[metadata][reference]", "H26.15-1",
            "success_url", "https://c.example/yes?s={CHECKOUT_SESSION_ID}",
            "cancel_url", "https://c.example/no"));
  }

  private JsonNode opened() {
    return Rig.json(rig.form(SESSIONS, session(), KEY));
  }

  private HttpResponse<String> withKey(String key, Map<String, String> form) {
    return rig.form(SESSIONS, form, "authorization", "Bearer sk", "idempotency-key", key);
  }

  @Test
  void aSessionIsOpen() {
    JsonNode session = opened();
    assertThat(session.path("status").asText()).isEqualTo("open");
    assertThat(session.path("payment_status").asText()).isEqualTo("unpaid");
    assertThat(session.path("amount_total").asLong()).isEqualTo(50000);
    assertThat(session.at("/metadata/reference").asText()).isEqualTo("H26.15-1");
    assertThat(session.path("payment_intent").isNull()).isTrue();
    assertThat(rig.form(SESSIONS, session()).statusCode()).isEqualTo(401);
  }

  @Test
  void theSameKeyGetsTheSameAnswerAndOnlyForTheSameFields() {
    String first = withKey("k1", session()).body();
    HttpResponse<String> again = withKey("k1", session());
    assertThat(again.body()).isEqualTo(first);
    assertThat(again.headers().firstValue("idempotent-replayed")).contains("true");
    Map<String, String> other = session();
    other.put("line_items[0][price_data][unit_amount]", "60000");
    HttpResponse<String> refused = withKey("k1", other);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Rig.json(refused).at("/error/type").asText()).isEqualTo("idempotency_error");
  }

  @Test
  void aSessionEndsWithinADay() {
    Map<String, String> form = session();
    long late = rig.clock().instant().plus(Duration.ofHours(25)).getEpochSecond();
    form.put("expires_at", Long.toString(late));
    assertThat(rig.form(SESSIONS, form, KEY).statusCode()).isEqualTo(400);
  }

  @Test
  void aPaidSessionHasItsIntentAsAnIdOrAsAWhole() {
    String id = opened().path("id").asText();
    rig.pay("stripe", id, "LOST");
    JsonNode session = Rig.json(rig.get(SESSIONS + "/" + id, KEY));
    assertThat(session.path("payment_status").asText()).isEqualTo("paid");
    JsonNode whole = Rig.json(rig.get(SESSIONS + "/" + id + "?expand[]=payment_intent", KEY));
    assertThat(whole.at("/payment_intent/id").asText())
        .isEqualTo(session.path("payment_intent").asText());
    assertThat(whole.at("/payment_intent/status").asText()).isEqualTo("succeeded");
    assertThat(whole.at("/payment_intent/metadata/reference").asText()).isEqualTo("H26.15-1");
  }

  @Test
  void aFailedAttemptLeavesTheSessionOpenAndIsTold() {
    String id = opened().path("id").asText();
    rig.pay("stripe", id, "POOR");
    JsonNode told = Json.read(rig.told(1).getFirst().body());
    assertThat(told.path("type").asText()).isEqualTo("payment_intent.payment_failed");
    assertThat(Rig.json(rig.get(SESSIONS + "/" + id, KEY)).path("status").asText())
        .isEqualTo("open");
  }

  @Test
  void eventsAreSignedOverTimeAndBody() {
    HttpResponse<String> back = rig.pay("stripe", opened().path("id").asText(), "PAID");
    Request told = rig.told(1).getFirst();
    String[] proof = told.header("stripe-signature").orElseThrow().split(",v1=", -1);
    String time = proof[0].substring(2);
    assertThat(proof[1]).isEqualTo(Rig.sha256("whsec_stripe", time + "." + told.text()));
    JsonNode event = Json.read(told.body());
    assertThat(event.path("type").asText()).isEqualTo("checkout.session.completed");
    assertThat(event.at("/data/object/client_reference_id").asText()).isEqualTo("H26.15-1");
    assertThat(back.headers().firstValue("location").orElseThrow())
        .startsWith("https://c.example/yes?s=cs_test_");
  }

  @Test
  void aRefundIsMadeFoundAndTold() {
    String id = opened().path("id").asText();
    rig.pay("stripe", id, "LOST");
    String intent = Rig.json(rig.get(SESSIONS + "/" + id, KEY)).path("payment_intent").asText();
    Map<String, String> form = Map.of("payment_intent", intent, "amount", "20000");
    JsonNode refund = Rig.json(rig.form("stripe/v1/refunds", form, KEY));

    assertThat(refund.path("status").asText()).isEqualTo("succeeded");
    assertThat(
            Rig.json(rig.get("stripe/v1/refunds/" + refund.path("id").asText(), KEY))
                .path("amount")
                .asLong())
        .isEqualTo(20000);
    JsonNode told = Json.read(rig.told(1).getFirst().body());
    assertThat(told.path("type").asText()).isEqualTo("charge.refunded");
    assertThat(told.at("/data/object/amount_refunded").asLong()).isEqualTo(20000);
    Map<String, String> tooMuch = Map.of("payment_intent", intent, "amount", "30001");
    assertThat(rig.form("stripe/v1/refunds", tooMuch, KEY).statusCode()).isEqualTo(400);
  }

  @Test
  void anOpenSessionCanBeEnded() {
    String id = opened().path("id").asText();
    assertThat(
            Rig.json(rig.form(SESSIONS + "/" + id + "/expire", Map.of(), KEY))
                .path("status")
                .asText())
        .isEqualTo("expired");
    assertThat(rig.form(SESSIONS + "/" + id + "/expire", Map.of(), KEY).statusCode())
        .isEqualTo(400);
    assertThat(rig.pay("stripe", id, "PAID").statusCode()).isEqualTo(400);
  }
}
