package dev.hoso.core.calls;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
 * Calls of other systems. One that does not answer costs a caller a bounded time, and after a few
 * failures nothing at all for a while, so that it holds up nobody but those who want something of
 * it.
 */
public final class PartnerCalls {
  /** From the first byte out to the last byte in. */
  private static final Duration ANSWERING = Duration.ofSeconds(8);

  private static final Duration CONNECTING = Duration.ofSeconds(3);

  /** No attempt begins later; with its own time, API Gateway's 30 seconds are not over. */
  private static final Duration TRYING = Duration.ofSeconds(16);

  private static final int FAILURES_TO_OPEN = 5;
  private static final Duration OPEN = Duration.ofSeconds(15);
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  /** An answer that does not say "later". */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares answers.
  public record Answer(int status, byte[] body) {
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
  private final RetryPolicy<Answer> retries;
  private final long mostBytes;

  /**
   * Calls that are made up to so many times.
   *
   * @param attempts more than one only where being asked again does nothing twice
   * @param mostBytes that an answer may have
   */
  public PartnerCalls(int attempts, long mostBytes) {
    this.mostBytes = mostBytes;
    this.retries =
        RetryPolicy.<Answer>builder()
            .handle(IOException.class)
            .handleResultIf(Answer::later)
            .withMaxAttempts(attempts)
            .withMaxDuration(TRYING)
            .withBackoff(Duration.ofMillis(200), Duration.ofSeconds(2))
            .withJitter(0.25)
            .build();
  }

  /** Whether a system is not called at the moment: it failed too often just before. */
  public boolean rests(String whom) {
    CircuitBreaker<Answer> breaker = breakers.get(whom);
    return breaker != null && breaker.isOpen() && breaker.getRemainingDelay().isPositive();
  }

  /**
   * Calls.
   *
   * @param whom by which the breaker knows the system
   * @throws NoAnswer where there is no answer, or one that says "later"
   */
  public Answer ask(String whom, HttpRequest request) {
    CircuitBreaker<Answer> breaker = breakers.computeIfAbsent(whom, it -> breaker());
    try {
      Answer answer = Failsafe.with(retries).compose(breaker).get(() -> once(request));
      if (answer.later()) {
        throw new NoAnswer("HTTP " + answer.status());
      }
      return answer;
    } catch (CircuitBreakerOpenException e) {
      throw new NoAnswer("not asked after " + FAILURES_TO_OPEN + " failures");
    } catch (FailsafeException e) {
      throw new NoAnswer(String.valueOf(e.getCause()));
    }
  }

  private static CircuitBreaker<Answer> breaker() {
    return CircuitBreaker.<Answer>builder()
        .handle(IOException.class)
        .handleResultIf(Answer::later)
        .withFailureThreshold(FAILURES_TO_OPEN)
        .withDelay(OPEN)
        .withSuccessThreshold(1)
        .build();
  }

  /** The JDK's own timeout ends with the headers; a body that trickles in would hold us up. */
  private Answer once(HttpRequest request) throws IOException {
    CompletableFuture<HttpResponse<byte[]>> sent =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes));
    try {
      HttpResponse<byte[]> response = sent.get(ANSWERING.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.body());
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
}
