package dev.hoso.local.vnpay;

import dev.hoso.local.Json;
import dev.hoso.local.LiveLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Calls our webhook until it says 00 or 02, as VNPAY does: at most 10 times; there 5 minutes apart,
 * here seconds.
 */
public final class Notifier implements AutoCloseable {
  private static final int CALLS = 10;
  private static final Duration GAP = Duration.ofSeconds(3);

  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final URI webhook;
  private final LiveLog log;

  public Notifier(URI address, LiveLog log) {
    this.webhook = address.resolve("/webhooks/vnpay");
    this.log = log;
  }

  /** Starts telling, in the background. */
  void tell(String signedQuery) {
    Thread.ofVirtual().name("ipn").start(() -> repeat(signedQuery));
  }

  private void repeat(String signedQuery) {
    try {
      for (int call = 1; call <= CALLS; call++) {
        String code = tellOnce(signedQuery);
        log.say("vnpay", "call %d of the webhook: RspCode %s".formatted(call, code));
        if (List.of("00", "02").contains(code)
            || stop.await(GAP.toMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Tells once; returns the {@code RspCode}, or what came instead. */
  public String tellOnce(String signedQuery) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(webhook + "?" + signedQuery))
            .timeout(Duration.ofSeconds(60))
            .build();
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      return Json.read(response.body())
          .path("RspCode")
          .asText("none, HTTP status " + response.statusCode());
    } catch (IOException | UncheckedIOException e) {
      return "none, " + e.getClass().getSimpleName();
    }
  }

  @Override
  public void close() {
    stop.countDown();
    client.close();
  }
}
