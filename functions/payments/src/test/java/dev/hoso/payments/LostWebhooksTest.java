package dev.hoso.payments;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.hoso.core.dynamo.Item;
import dev.hoso.payments.gateways.Wire;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** At every gateway that can be asked, a webhook that never came is found by asking. */
class LostWebhooksTest {
  private final Door door = new Door(Sender.everybodysSettings());
  private WireMockServer server;
  private Sender.Deal deal;
  private Wire wire;

  @AfterEach
  void stop() {
    wire.afterAll(null);
  }

  @ParameterizedTest
  @EnumSource
  void aPaymentIsPaidOnceItsGatewayIsAsked(LostWebhook lost) {
    asked(lost);
    server.stubFor(lost.paid(deal));

    run(lost);

    Item paid = item(lost);
    assertThat(paid.text("status")).isEqualTo("paid");
    assertThat(paid.text("confirmedBy")).isEqualTo("query");
    assertThat(paid.text("gatewayTransactionId")).isEqualTo(deal.transaction());
    assertThat(paid.text("paidAt")).isEqualTo("2026-11-23T14:20:00+07:00");
    assertThat(paid.has("owed") || paid.has("due")).isFalse();
    assertThat(door.anomaliesToday()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void onceItIsPaidItIsAskedAboutNoMore(LostWebhook lost) {
    asked(lost);
    server.stubFor(lost.paid(deal));
    run(lost);
    int asked = server.getAllServeEvents().size();

    door.clock.advance(Duration.ofHours(7));
    run(lost);

    assertThat(server.getAllServeEvents()).hasSize(asked);
  }

  @ParameterizedTest
  @EnumSource
  void aWebhookThatComesAfterAllChangesNothing(LostWebhook lost) {
    asked(lost);
    server.stubFor(lost.paid(deal));
    run(lost);
    Item paid = item(lost);

    door.answer(lost.sender().paid(deal));

    assertThat(item(lost)).isEqualTo(paid);
    assertThat(door.anomaliesToday()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aWebhookThatCameFirstIsNotContradicted(LostWebhook lost) {
    asked(lost);
    server.stubFor(lost.paid(deal));
    door.answer(lost.sender().paid(deal));
    Item paid = item(lost);

    run(lost);

    assertThat(item(lost)).isEqualTo(paid);
    assertThat(paid.text("confirmedBy")).isEqualTo("webhook");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotPaidYetIsAskedAboutLater(LostWebhook lost) {
    asked(lost);
    server.stubFor(lost.open(deal));

    run(lost);

    assertThat(item(lost).text("status")).isEqualTo("pending");
    assertThat(item(lost).has("undecided")).isFalse();
    assertThat(item(lost).time("due")).isAfter(door.clock.instant());
    assertThat(server.getAllServeEvents()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aGatewayInTroubleLosesNothing(LostWebhook lost) {
    asked(lost);
    server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
    run(lost);
    assertThat(item(lost).text("status")).isEqualTo("pending");
    server.resetAll();
    server.stubFor(lost.paid(deal));

    door.clock.set(item(lost).time("due"));
    run(lost);

    assertThat(item(lost).text("status")).isEqualTo("paid");
  }

  private void asked(LostWebhook lost) {
    wire = new Wire(lost.sender().code(), lost.toAsk());
    server = wire.server();
    deal = lost.sender().deal(1);
    PaymentRequest request =
        Door.request(
            lost.sender().code(), deal.reference(), Long.parseLong(deal.amount()), deal.currency());
    new Payments(door.payments)
        .create(request, new Asked.Opened("https://pay.example/1", lost.gatewayIds()));
  }

  private Item item(LostWebhook lost) {
    return door.item(lost.sender().code(), deal.reference());
  }

  private void run(LostWebhook lost) {
    Map<String, String> gateway = new LinkedHashMap<>(lost.sender().settings());
    gateway.putAll(wire.environment());
    new DueHandler(door.settings(gateway), door.clock, door.payments.dynamo())
        .handleRequest(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new MockLambdaContext() {
              @Override
              public int getRemainingTimeInMillis() {
                return 90_000;
              }
            });
  }
}
