package dev.hoso.local.gateways;

import dev.hoso.local.LiveLog;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Calls our webhook until the gateway is content with the answer; in its gaps, only shorter. */
final class Notifier implements AutoCloseable {
  private static final Duration GAP = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final InstantSource clock;
  private final LiveLog log;

  Notifier(InstantSource clock, LiveLog log) {
    this.clock = clock;
    this.log = log;
  }

  /** Starts telling, in the background. */
  void tell(StandIn gateway, Order order) {
    for (Webhook webhook : gateway.webhooks(order)) {
      Thread.ofVirtual().name(gateway.code()).start(() -> repeat(gateway, order, webhook));
    }
  }

  private void repeat(StandIn gateway, Order order, Webhook webhook) {
    try {
      for (int call = 1; call <= gateway.calls(); call++) {
        if (tellOnce(gateway, order, webhook)
            || stop.await(GAP.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells once; whether the gateway is content. */
  boolean tellOnce(StandIn gateway, Order order, Webhook webhook) throws InterruptedException {
    try {
      HttpResponse<String> response =
          client.send(
              webhook.request(clock.instant()).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      keep(gateway, order, (response.statusCode() + " " + response.body()).strip());
      return gateway.taken(response.statusCode(), response.body());
    } catch (IOException e) {
      keep(gateway, order, "none, " + e.getClass().getSimpleName());
      return false;
    }
  }

  private void keep(StandIn gateway, Order order, String answer) {
    order.told(answer);
    log.say(gateway.code(), "the webhook of " + order.terms().reference() + ": " + answer);
  }

  @Override
  public void close() {
    stop.countDown();
    client.close();
  }
}
