package dev.hoso.payments;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.payments.gateways.Counters;
import dev.hoso.payments.gateways.GatewaySettings;
import dev.hoso.payments.gateways.VnpayAnswer;
import dev.hoso.payments.gateways.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A webhook that never came is found by asking the gateway. */
class FollowingTest {
  @RegisterExtension
  static final Wire WIRE =
      new Wire("vnpay", Map.of("TMN_CODE", Ipn.TERMINAL, "HASH_SECRET", Ipn.SECRET));

  private final Door door = new Door();
  private final Payments payments = new Payments(door.payments);
  private final Anomalies anomalies = new Anomalies(door.anomalies);

  @Test
  void aWebhookThatNeverCameIsFoundByAskingTheGateway() {
    door.asked("TT1");
    vnpay(answer("TT1"));

    follow();

    Item paid = door.item("TT1");
    assertThat(paid.text("status")).isEqualTo("paid");
    assertThat(paid.text("confirmedBy")).isEqualTo("query");
    assertThat(paid.text("gatewayTransactionId")).isEqualTo("14812201");
    assertThat(paid.text("paidAt")).isEqualTo("2026-11-23T14:20:00+07:00");
    assertThat(paid.has("owed") || paid.has("due")).isFalse();
    assertThat(door.anomaliesToday()).isEmpty();
  }

  @Test
  void aWebhookThatComesAfterTheQueryChangesNothing() {
    door.asked("TT1");
    vnpay(answer("TT1"));
    follow();
    Item paid = door.item("TT1");

    assertThat(door.call(Ipn.paid("TT1"))).isEqualTo("02");

    assertThat(door.item("TT1")).isEqualTo(paid);
  }

  @Test
  void itIsAskedAfterGapsThatGrow() {
    vnpay(answer("TT1").with("TransactionStatus", "01"));
    Instant created = Door.request("TT1", 50_000).createdAt();
    door.clock.set(created);
    door.asked("TT1");

    for (int minutes : List.of(5, 10, 20, 40, 80, 160, 320, 640, 1000, 1360, 1500)) {
      Instant due = created.plus(Duration.ofMinutes(minutes));
      assertThat(door.item("TT1").time("due")).isEqualTo(due);
      door.clock.set(due);
      follow();
    }

    assertThat(door.item("TT1").text("status")).isEqualTo("expired");
    assertThat(door.item("TT1").has("due")).isFalse();
    WIRE.server().verify(11, postRequestedFor(anyUrl()));
  }

  @Test
  void whatFailedMayBePaidByAnotherAttempt() {
    door.asked("TT1");
    door.call(Ipn.failed("TT1"));
    vnpay(answer("TT1"));

    follow();

    assertThat(door.item("TT1").text("status")).isEqualTo("paid");
  }

  @Test
  void whatWasSupersededMayBePaidAllTheSame() {
    door.asked("TT1");
    door.asked("sepay", "HS12345", 50_000, "VND");
    Payment first = payments.find("vnpay", new PaymentReference("TT1")).orElseThrow();
    Payment second = payments.find("sepay", new PaymentReference("HS12345")).orElseThrow();
    payments.supersede(first, second, door.clock.instant());
    vnpay(answer("TT1"));

    follow();

    assertThat(door.item("TT1").text("status")).isEqualTo("paid");
  }

  @Test
  void anotherAmountThanAskedForIsAnAnomalyAndNoPayment() {
    door.asked("TT1");
    vnpay(answer("TT1").with("Amount", "4000000"));

    follow();

    assertThat(door.item("TT1").text("status")).isEqualTo("pending");
    assertThat(door.anomaliesToday()).hasSize(1);
    Item anomaly = door.anomaliesToday().getFirst();
    assertThat(anomaly.text("kind")).isEqualTo("amountMismatch");
    assertThat(anomaly.text("received")).contains("amount=40000", "transaction=14812201");
  }

  @Test
  void aGatewayThatIsDownHoldsUpNobodyElse() {
    for (int n = 0; n < 30; n++) {
      door.asked("TT" + n);
    }
    door.asked("sepay", "HS12345", 50_000, "VND");
    WIRE.server().stubFor(post(anyUrl()).willReturn(aResponse().withStatus(503)));
    door.clock.advance(Duration.ofHours(25));

    assertThat(follow()).isZero();

    assertThat(door.item("sepay", "HS12345").text("status")).isEqualTo("expired");
    assertThat(door.item("TT7").text("status")).isEqualTo("pending");
    assertThat(WIRE.server().getAllServeEvents()).as("the breaker opens").hasSizeLessThan(60);
  }

  @Test
  void whatCannotBeAskedForADayExpiresAndAPersonIsTold() {
    door.asked("TT1");
    WIRE.server().stubFor(post(anyUrl()).willReturn(okJson("{}")));
    door.clock.advance(Duration.ofHours(25));
    follow();
    assertThat(door.item("TT1").text("status")).isEqualTo("pending");

    door.clock.advance(Duration.ofHours(24));
    follow();

    assertThat(door.item("TT1").text("status")).isEqualTo("expired");
    assertThat(door.anomaliesToday().getFirst().text("kind")).isEqualTo("unanswered");
  }

  @Test
  void onePaymentsPoisonIsNotTheOthers() {
    door.asked("TT1");
    door.asked("TT2");
    WIRE.server()
        .stubFor(
            post(anyUrl())
                .withRequestBody(matchingJsonPath("$.vnp_TxnRef", equalTo("TT1")))
                .willReturn(okJson("[\"poison\"]")));
    WIRE.server()
        .stubFor(
            post(anyUrl())
                .withRequestBody(matchingJsonPath("$.vnp_TxnRef", equalTo("TT2")))
                .willReturn(okJson(answer("TT2").signed(Ipn.SECRET))));

    follow();

    assertThat(door.item("TT1").text("status")).isEqualTo("pending");
    assertThat(door.item("TT2").text("status")).isEqualTo("paid");
  }

  private int follow() {
    Counters counters =
        new Counters(new GatewaySettings(door.settings(WIRE.environment()), door.clock));
    Confirmations confirmations = new Confirmations(payments, anomalies, door.clock);
    return new Following(payments, confirmations, anomalies, counters, door.clock).run(() -> true);
  }

  private static VnpayAnswer answer(String reference) {
    return VnpayAnswer.toQuery(Ipn.TERMINAL, reference);
  }

  private static void vnpay(VnpayAnswer answer) {
    WIRE.server().stubFor(post(anyUrl()).willReturn(okJson(answer.signed(Ipn.SECRET))));
  }
}
