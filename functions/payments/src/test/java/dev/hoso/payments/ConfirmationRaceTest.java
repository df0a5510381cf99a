package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.payments.gateways.Counters;
import dev.hoso.payments.gateways.GatewaySettings;
import dev.hoso.payments.gateways.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A payment's webhook and its query, each twice, all at the same time. The webhooks start when the
 * gateway has both its answers ready, so that whose write is first is anybody's guess.
 */
class ConfirmationRaceTest {
  private static final int ROUNDS = 50;
  private static final int RACERS = 4;

  private final Door door = new Door(Sender.everybodysSettings());
  private final ExecutorService threads = Executors.newFixedThreadPool(RACERS);
  private final CyclicBarrier start = new CyclicBarrier(RACERS);
  private Wire wire;

  @AfterEach
  void stop() {
    threads.shutdown();
    wire.afterAll(null);
  }

  @ParameterizedTest
  @EnumSource
  void whoeverWinsItIsOnePaymentPaidOnce(LostWebhook lost)
      throws InterruptedException, ExecutionException {
    wire = new Wire(lost.sender().code(), lost.toAsk());
    wire.server().addMockServiceRequestListener((request, answer) -> onceAllAreReady());
    Following following = following(lost);
    for (int round = 1; round <= ROUNDS; round++) {
      Sender.Deal deal = asked(lost, round);

      race(() -> door.answer(lost.sender().paid(deal)), () -> following.run(() -> true));

      Item paid = door.item(lost.sender().code(), deal.reference());
      assertThat(paid.text("status")).isEqualTo("paid");
      assertThat(paid.number("version")).as("one write").isEqualTo(2);
      assertThat(paid.text("gatewayTransactionId")).isEqualTo(deal.transaction());
      assertThat(paid.text("confirmedBy")).isIn("webhook", "query");
      assertThat(paid.has("owed") || paid.has("due")).isFalse();
    }
    assertThat(door.anomaliesToday()).isEmpty();
  }

  private Sender.Deal asked(LostWebhook lost, int round) {
    Sender.Deal deal = lost.sender().deal(round);
    new Payments(door.payments)
        .create(
            Door.request(
                lost.sender().code(),
                deal.reference(),
                Long.parseLong(deal.amount()),
                deal.currency()),
            new Asked.Opened("https://pay.example/1", lost.gatewayIds()));
    wire.server().resetAll();
    wire.server().stubFor(lost.paid(deal));
    return deal;
  }

  private Following following(LostWebhook lost) {
    Map<String, String> gateway = new LinkedHashMap<>(lost.sender().settings());
    gateway.putAll(wire.environment());
    Payments payments = new Payments(door.payments);
    Anomalies anomalies = new Anomalies(door.anomalies);
    return new Following(
        payments,
        new Confirmations(payments, anomalies, door.clock),
        anomalies,
        new Counters(new GatewaySettings(door.settings(gateway), door.clock)),
        door.clock);
  }

  private void race(Callable<?> webhook, Callable<?> query)
      throws InterruptedException, ExecutionException {
    Callable<Object> delivered =
        () -> {
          onceAllAreReady();
          return webhook.call();
        };
    for (Future<?> finished :
        threads.invokeAll(List.of(delivered, query::call, delivered, query::call))) {
      finished.get();
    }
  }

  private void onceAllAreReady() {
    try {
      start.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException("Somebody did not come", e);
    }
  }
}
