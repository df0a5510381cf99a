package dev.hoso.local.gateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all stand-ins have in common: the pay page, the telling, the list, the failures. */
class GatewaysTest {
  private static final String PAYMENTS = "govukpay/v1/payments";
  private static final String[] KEY = {"authorization", "Bearer api"};
  private final Rig rig = new Rig();

  @AfterEach
  void stop() {
    rig.close();
  }

  private HttpResponse<String> create() {
    ObjectNode payment =
        Json.object()
            .put("amount", 5000)
            .put("reference", "R1")
            .put("description", "Fee")
            .put("return_url", "https://c.example/back");
    return rig.post(PAYMENTS, payment, KEY);
  }

  private String opened() {
    return Rig.json(create()).path("payment_id").asText();
  }

  private JsonNode listed() {
    return rig.caller().json("/local/gateways");
  }

  private void behave(String json) {
    assertThat(rig.post("govukpay/behaviour", Json.read(json)).statusCode()).isEqualTo(200);
  }

  @Test
  void thePageShowsTheAmountAsPeopleReadIt() {
    assertThat(rig.get("govukpay/pay?order=" + opened()).body()).contains("50.00 GBP", "R1");
    assertThat(rig.get("govukpay/pay?order=none").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"PAID,1,303", "CLOSED,1,200", "TWICE,2,303"})
  void aChoiceIsToldAsOftenAsItSays(String outcome, int times, int status) {
    assertThat(rig.pay("govukpay", opened(), outcome).statusCode()).isEqualTo(status);
    await().until(() -> listed().at("/orders/0/webhookAnswers").size() == times);
    assertThat(rig.toldSoFar()).hasSize(times);
  }

  @Test
  void aLostWebhookNeverComes() {
    assertThat(rig.pay("govukpay", opened(), "LOST").statusCode()).isEqualTo(303);
    JsonNode order = listed().at("/orders/0");
    assertThat(order.path("state").asText()).isEqualTo("paid");
    assertThat(order.path("webhookAnswers")).isEmpty();
  }

  @Test
  void tellingIsRepeatedUntilItIsTakenIn() {
    rig.reply(Answer.message(503, "Service Unavailable"));
    rig.pay("govukpay", opened(), "PAID");
    rig.told(1);
    rig.reply(Answer.json(200, Json.object()));
    assertThat(rig.told(2)).hasSize(2);
  }

  @Test
  void theListIsAPageToo() {
    opened();
    assertThat(rig.caller().get("/local/gateways").body())
        .contains("R1", "50.00 GBP", "/pay?order=");
    assertThat(listed().at("/behaviours/momo/answer").asText()).isEqualTo("ok");
  }

  @Test
  void aGatewayFailsInManyWays() {
    behave("{\"answer\":\"error500\"}");
    assertThat(create().statusCode()).isEqualTo(500);
    behave("{\"answer\":\"garbage\"}");
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> Rig.json(create()));
    behave("{\"answer\":\"down\"}");
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::create);
    behave("{\"answer\":\"ok\"}");
    assertThat(create().statusCode()).isEqualTo(201);
  }

  @Test
  void aFailureIsForAsManyCallsAndSuchPathsAsItSays() {
    behave("{\"answer\":\"error500\",\"times\":1}");
    assertThat(create().statusCode()).isEqualTo(500);
    assertThat(create().statusCode()).isEqualTo(201);
    behave("{\"answer\":\"error500\",\"path\":\"/refunds\"}");
    assertThat(create().statusCode()).isEqualTo(201);
  }

  @Test
  void whatIsAcceptedAndNotAnsweredIsThere() {
    behave("{\"answer\":\"acceptThenTimeout\"}");
    Thread.ofVirtual()
        .start(
            () -> assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::create));
    await().until(() -> listed().path("orders").size() == 1);
  }

  @Test
  void anUnknownBehaviourOrGatewayIsRefused() {
    assertThat(rig.post("govukpay/behaviour", Json.object().put("answer", "odd")).statusCode())
        .isEqualTo(400);
    assertThat(rig.get("paypal/v1/payments").statusCode()).isEqualTo(404);
  }
}
