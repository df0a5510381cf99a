package dev.hoso.local.gateways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Request;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GovukpayTest {
  private static final String PAYMENTS = "govukpay/v1/payments";
  private static final String[] KEY = {"authorization", "Bearer api"};
  private final Rig rig = new Rig();

  @AfterEach
  void stop() {
    rig.close();
  }

  private static ObjectNode payment() {
    return Json.object()
        .put("amount", 5000)
        .put("reference", "EMB-LON-0042")
        .put("description", "Legalisation fee")
        .put("return_url", "https://c.example/back");
  }

  private String opened() {
    return Rig.json(rig.post(PAYMENTS, payment(), KEY)).path("payment_id").asText();
  }

  private JsonNode payment(String id) {
    return Rig.json(rig.get(PAYMENTS + "/" + id, KEY));
  }

  private HttpResponse<String> refund(String id, long amount, long available) {
    return rig.post(
        PAYMENTS + "/" + id + "/refunds",
        Json.object().put("amount", amount).put("refund_amount_available", available),
        KEY);
  }

  @Test
  void aPaymentIsCreated() {
    HttpResponse<String> answer = rig.post(PAYMENTS, payment(), KEY);
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode created = Rig.json(answer);
    assertThat(created.at("/state/status").asText()).isEqualTo("created");
    assertThat(created.at("/_links/next_url/href").asText()).contains("/govukpay/pay?order=");
    assertThat(rig.post(PAYMENTS, payment()).statusCode()).isEqualTo(401);
  }

  /** Recurring payments alone are idempotent there. */
  @Test
  void anIdempotencyKeyDoesNotHelpAOneOffPayment() {
    String[] headers = {"authorization", "Bearer api", "idempotency-key", "k1"};
    JsonNode first = Rig.json(rig.post(PAYMENTS, payment(), headers));
    JsonNode second = Rig.json(rig.post(PAYMENTS, payment(), headers));
    assertThat(first.path("payment_id")).isNotEqualTo(second.path("payment_id"));
  }

  @ParameterizedTest
  @CsvSource({"LOST,success,''", "CANCELLED,failed,P0030", "POOR,failed,P0010"})
  void aPaymentTellsWhatThePersonDid(String outcome, String status, String code) {
    String id = opened();
    rig.pay("govukpay", id, outcome);
    assertThat(payment(id).at("/state/status").asText()).isEqualTo(status);
    assertThat(payment(id).at("/state/code").asText("")).isEqualTo(code);
  }

  @Test
  void aPaymentEndsAfterNinetyMinutes() {
    String id = opened();
    rig.clock().advance(Duration.ofMinutes(91));
    assertThat(payment(id).at("/state/code").asText()).isEqualTo("P0020");
  }

  @Test
  void anOpenPaymentCanBeCancelled() {
    String id = opened();
    assertThat(rig.post(PAYMENTS + "/" + id + "/cancel", Json.object(), KEY).statusCode())
        .isEqualTo(204);
    assertThat(payment(id).at("/state/code").asText()).isEqualTo("P0040");
    assertThat(rig.post(PAYMENTS + "/" + id + "/cancel", Json.object(), KEY).statusCode())
        .isEqualTo(409);
  }

  @Test
  void theMessageIsSigned() {
    rig.pay("govukpay", opened(), "PAID");
    Request told = rig.told(1).getFirst();
    assertThat(told.header("pay-signature")).contains(Rig.sha256("signing", told.text()));
    JsonNode message = Json.read(told.body());
    assertThat(message.path("event_type").asText()).isEqualTo("card_payment_captured");
    assertThat(message.at("/resource/reference").asText()).isEqualTo("EMB-LON-0042");
  }

  @Test
  void aRefundMustKnowWhatIsLeft() {
    String id = opened();
    assertThat(refund(id, 1000, 5000).statusCode()).isEqualTo(400);
    rig.pay("govukpay", id, "LOST");
    HttpResponse<String> first = refund(id, 2000, 5000);
    assertThat(first.statusCode()).isEqualTo(202);
    HttpResponse<String> second = refund(id, 2000, 5000);
    assertThat(second.statusCode()).isEqualTo(412);
    assertThat(Rig.json(second).path("code").asText()).isEqualTo("P0604");

    String refund = Rig.json(first).path("refund_id").asText();
    assertThat(payment(id).at("/refund_summary/amount_available").asLong()).isEqualTo(3000);
    assertThat(Rig.json(first).path("status").asText()).isEqualTo("submitted");
    rig.clock().advance(Duration.ofMinutes(1));
    assertThat(
            Rig.json(rig.get(PAYMENTS + "/" + id + "/refunds/" + refund, KEY))
                .path("status")
                .asText())
        .isEqualTo("success");
    assertThat(Rig.json(rig.get(PAYMENTS + "/" + id + "/refunds", KEY)).at("/_embedded/refunds"))
        .hasSize(1);
    assertThat(Json.read(rig.told(1).getFirst().body()).path("event_type").asText())
        .isEqualTo("card_payment_refunded");
  }
}
