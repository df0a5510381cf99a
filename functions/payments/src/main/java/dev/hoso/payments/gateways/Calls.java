package dev.hoso.payments.gateways;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.hoso.core.Log;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls to gateways. One that does not answer costs a caller a bounded time, and after a few
 * failures nothing at all for a while, so that it holds up nobody but those who want to pay there.
 *
 * <p>Every question is asked up to three times: whoever puts one makes sure that asking it again
 * does nothing twice, by the gateway's idempotency or by our reference.
 */
final class Calls {
  private static final Duration CONNECTING = Duration.ofSeconds(3);

  /** From the first byte out to the last byte in. */
  private static final Duration ANSWERING = Duration.ofSeconds(8);

  /** No attempt begins later; with its own time, API Gateway's 30 seconds are not over. */
  private static final Duration TRYING = Duration.ofSeconds(16);

  /** Gateways answer with a few thousand bytes. */
  private static final long MOST_BYTES = 256L * 1024;

  private static final int ATTEMPTS = 3;
  private static final int FAILURES_TO_OPEN = 5;
  private static final Duration OPEN = Duration.ofSeconds(15);
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  /**
   * An answer.
   *
   * @param body {@link Json.Nothing} where it was no JSON
   */
  record Answer(int status, Json body) {
    boolean ok() {
      return status >= 200 && status < 300;
    }

    private boolean later() {
      return status == TOO_MANY || status >= SERVER_ERROR;
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final Map<String, CircuitBreaker<Answer>> breakers = new ConcurrentHashMap<>();

  /**
   * Asks.
   *
   * @return an answer that does not say "later"
   * @throws GatewayTrouble where there is none
   */
  Answer ask(Question question) {
    CircuitBreaker<Answer> breaker = breakers.computeIfAbsent(question.gateway(), it -> breaker());
    try {
      Answer answer = Failsafe.with(RETRIES).compose(breaker).get(() -> once(question));
      if (answer.later()) {
        throw unreachable(question, "HTTP " + answer.status());
      }
      return answer;
    } catch (CircuitBreakerOpenException e) {
      throw unreachable(question, "not asked after " + FAILURES_TO_OPEN + " failures");
    } catch (FailsafeException e) {
      throw unreachable(question, String.valueOf(e.getCause()));
    }
  }

  private static final RetryPolicy<Answer> RETRIES =
      RetryPolicy.<Answer>builder()
          .handle(IOException.class)
          .handleResultIf(Answer::later)
          .withMaxAttempts(ATTEMPTS)
          .withMaxDuration(TRYING)
          .withBackoff(Duration.ofMillis(200), Duration.ofSeconds(2))
          .withJitter(0.25)
          .build();

  private static CircuitBreaker<Answer> breaker() {
    return CircuitBreaker.<Answer>builder()
        .handle(IOException.class)
        .handleResultIf(Answer::later)
        .withFailureThreshold(FAILURES_TO_OPEN)
        .withDelay(OPEN)
        .withSuccessThreshold(1)
        .build();
  }

  private static GatewayTrouble unreachable(Question question, String why) {
    Log.metric("GatewayUnreachable", 1, Map.of());
    return new GatewayTrouble(question.gateway(), GatewayTrouble.Kind.UNREACHABLE, why);
  }

  private Answer once(Question question) throws IOException {
    HttpResponse<byte[]> response = sent(question);
    return new Answer(response.statusCode(), read(response.body()));
  }

  private static Json read(byte[] body) {
    try {
      return Json.read(body);
    } catch (Unreadable e) {
      return Json.Nothing.NOTHING;
    }
  }

  /** The JDK's own timeout ends with the headers; a body that trickles in would hold us up. */
  private HttpResponse<byte[]> sent(Question question) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(
            request(question), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      return sent.get(ANSWERING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new IOException("no answer within " + ANSWERING.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static HttpRequest request(Question question) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(question.address())
            .method(
                question.method(),
                question.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(question.body()))
            .header("Accept", "application/json");
    question.headers().forEach(request::header);
    return request.build();
  }
}
