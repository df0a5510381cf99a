package dev.hoso.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A fee's ways through every gateway, against stand-ins that were written from the gateways'
 * documents and know nothing of our code. That a lost webhook is found by asking, at each of them,
 * is in {@link LostWebhooksStoryTest}.
 */
class GatewayStoryTest {
  private final City city = TheCity.running();
  private final Payer payer = new Payer(city);
  private final String code = City.newCode();
  private final String phone = City.newPhone();

  @AfterEach
  void backToNow() {
    payer.backToNow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vnpay",
        "momo",
        "zalopay",
        "payos",
        "stripe",
        "govukpay",
        "dvcqg",
        "sepay",
        "standard"
      })
  void aFeeIsAskedForPaidAndTold(String gateway) {
    city.register(code, phone, "vi", 2);
    JsonNode asked = payer.ask(code, gateway);

    assertThat(payer.pay(asked, "PAID").statusCode()).isIn(200, 303);
    later(gateway);

    JsonNode payment = city.paymentWhen(code, "paid");
    assertThat(payment.path("gatewayTransactionId").asText()).isNotEmpty();
    assertThat(payment.path("amount")).isEqualTo(asked.path("amount"));
    assertThat(receipt().body()).contains(code, payment.path("gatewayTransactionId").asText());
  }

  /** The portal's callback settles nothing by itself; it makes us ask within a minute. */
  private void later(String gateway) {
    if (gateway.equals("dvcqg")) {
      city.dossierWhen(code, it -> it.path("payments").size() == 1);
      payer.later(Duration.ofMinutes(1), 2);
    }
  }

  private HttpResponse<String> receipt() {
    String text =
        city.inboxWhen(phone, 4).stream()
            .map(it -> it.path("text").asText())
            .filter(it -> it.contains("/receipts/"))
            .reduce((first, last) -> last)
            .orElseThrow();
    String path = text.replaceAll("(?s).*(/receipts/[0-9A-Z]+).*", "$1");
    return city.send(city.request(path).header("accept", "text/html").GET());
  }

  @ParameterizedTest
  @ValueSource(strings = {"vnpay", "momo", "zalopay", "stripe", "govukpay"})
  void moneyGoesBackAndTheCitizenIsTold(String gateway) {
    city.register(code, phone, "vi", 2);
    JsonNode asked = payer.ask(code, gateway);
    payer.pay(asked, "PAID");
    city.paymentWhen(code, "paid");
    city.settled(code, 2);

    JsonNode refund = City.ok(city.post(refunds(asked), "{\"reason\":\"Nộp nhầm\"}"));
    payer.later(Duration.ofMinutes(10), 2);

    assertThat(refund.path("amount")).isEqualTo(asked.path("amount"));
    city.paymentWhen(code, "refunded");
    assertThat(City.ok(city.get(refunds(asked))).at("/refunds/0/status").asText())
        .isEqualTo("succeeded");
    List<JsonNode> told = city.inboxWhen(phone, 6);
    assertThat(told.getLast().path("text").asText()).containsAnyOf("hoàn", "hoan");
  }

  /**
   * It was made, and the answer got lost on its way: whoever asks again must not make another. It
   * waits for an answer in vain for seconds; what the other gateways do is tested on the wire.
   */
  @Test
  void aRefundWhoseAnswerWasLostIsMadeOnce() {
    city.register(code, phone, "vi", 2);
    JsonNode asked = payer.ask(code, "vnpay");
    payer.pay(asked, "PAID");
    city.paymentWhen(code, "paid");
    payer.behave(
        "vnpay", "{\"answer\":\"acceptThenTimeout\",\"path\":\"transaction\",\"times\":1}");

    City.ok(city.post(refunds(asked), "{\"reason\":\"Nộp nhầm\"}"));
    payer.later(Duration.ofMinutes(10), 3);

    city.paymentWhen(code, "refunded");
    assertThat(payer.ordersOf(asked).getFirst().path("refunds")).hasSize(1);
  }

  /** The others' are tested on the wire. */
  @ParameterizedTest
  @ValueSource(strings = {"vnpay", "zalopay"})
  void aRefundWaitsForAGatewayThatIsDown(String gateway) {
    city.register(code, phone, "vi", 2);
    JsonNode asked = payer.ask(code, gateway);
    payer.pay(asked, "PAID");
    city.paymentWhen(code, "paid");

    payer.behave(gateway, "{\"answer\":\"down\"}");
    JsonNode kept = City.ok(city.post(refunds(asked), "{\"reason\":\"Nộp nhầm\"}"));
    payer.behave(gateway, "{\"answer\":\"ok\"}");
    assertThat(kept.path("status").asText()).isEqualTo("requested");
    assertThat(payer.ordersOf(asked).getFirst().path("refunds")).isEmpty();

    payer.later(Duration.ofMinutes(10), 3);
    city.paymentWhen(code, "refunded");
    assertThat(payer.ordersOf(asked).getFirst().path("refunds")).hasSize(1);
  }

  private static String refunds(JsonNode payment) {
    return "/payments/%s/%s/refunds"
        .formatted(payment.path("gateway").asText(), payment.path("reference").asText());
  }

  /** The others' are tested on the wire. */
  @ParameterizedTest
  @ValueSource(strings = {"momo", "stripe"})
  void aGatewayThatIsDownTakesNothingAndKeepsNothing(String gateway) {
    city.register(code, phone, "vi", 2);
    payer.behave(gateway, "{\"answer\":\"down\"}");
    HttpResponse<String> refused = payer.tryToAsk(code, gateway);
    payer.behave(gateway, "{\"answer\":\"ok\"}");

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(city.dossier(code).path("payments")).isEmpty();
    assertThat(payer.ask(code, gateway).path("payUrl").asText()).contains("/" + gateway + "/");
  }

  /** Where the first cannot be had again, it is left to itself: nobody has its address. */
  @Test
  void aPageWhoseAddressWasLostIsNotOpenedTwice() {
    city.register(code, phone, "vi", 2);
    payer.behave("zalopay", "{\"answer\":\"acceptThenTimeout\",\"times\":1}");

    JsonNode asked = payer.ask(code, "zalopay");

    assertThat(payer.ordersOf(asked)).hasSize(1);
    payer.pay(asked, "PAID");
    city.paymentWhen(code, "paid");
  }

  /** The page is at payOS itself, whatever the address of its interface. */
  @Test
  void aLinkThatPayosMadeUnheardIsTheOneThatIsGiven() {
    city.register(code, phone, "vi", 2);
    payer.behave("payos", "{\"answer\":\"acceptThenTimeout\",\"times\":1}");

    JsonNode asked = payer.ask(code, "payos");

    assertThat(payer.ordersOf(asked)).hasSize(1);
    assertThat(asked.path("payUrl").asText())
        .endsWith("/" + payer.ordersOf(asked).getFirst().path("id").asText());
  }
}
