package dev.hoso.payments.gateways;

import dev.hoso.core.Log;
import dev.hoso.core.calls.NoAnswer;
import dev.hoso.core.calls.PartnerCalls;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/**
 * Calls to gateways, each with a breaker of its own.
 *
 * <p>Every question is asked up to three times: whoever puts one makes sure that asking it again
 * does nothing twice, by the gateway's idempotency or by our reference.
 */
final class Calls {
  private static final int ATTEMPTS = 3;

  /** Gateways answer with a few thousand bytes. */
  private static final long MOST_BYTES = 256L * 1024;

  /**
   * An answer.
   *
   * @param body {@link Json.Nothing} where it was no JSON
   */
  record Answer(int status, Json body) {
    boolean ok() {
      return status >= 200 && status < 300;
    }
  }

  private final PartnerCalls calls = new PartnerCalls(ATTEMPTS, MOST_BYTES);

  /**
   * Asks.
   *
   * @return an answer that does not say "later"
   * @throws GatewayTrouble where there is none
   */
  Answer ask(Question question) {
    try {
      PartnerCalls.Answer answer = calls.ask(question.gateway(), request(question));
      return new Answer(answer.status(), read(answer.body()));
    } catch (NoAnswer e) {
      Log.metric("GatewayUnreachable", 1, Map.of());
      throw new GatewayTrouble(
          question.gateway(), GatewayTrouble.Kind.UNREACHABLE, String.valueOf(e.getMessage()));
    }
  }

  private static Json read(byte[] body) {
    try {
      return Json.read(body);
    } catch (Unreadable e) {
      return Json.Nothing.NOTHING;
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
