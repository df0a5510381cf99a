package dev.hoso.payments.gateways;

import dev.hoso.payments.PaymentRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Calls to Stripe (https://docs.stripe.com/api): forms in, JSON out.
 *
 * <p>What is changed has a key. For a day at least Stripe answers a repeat under the same key as it
 * answered first, and refuses one that asks for something else
 * (https://docs.stripe.com/api/idempotent_requests).
 */
final class StripeApi {
  /** Of test and live mode; which of them it is, the key says. */
  private static final String ADDRESS = "https://api.stripe.com";

  /**
   * What our reading was written for; a newer one may name things otherwise (stripe-node 23.1.0).
   */
  private static final String VERSION = "2026-10-28.endive";

  private final GatewaySettings settings;
  private final Calls calls;

  StripeApi(GatewaySettings settings, Calls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  /**
   * Reads an object or a list.
   *
   * @throws GatewayTrouble where there is none
   */
  Json get(PaymentRequest request, String path) {
    Account account = account(request);
    Calls.Answer answer =
        calls.ask(Question.get(Stripe.CODE, account.address(ADDRESS) + path, headers(account)));
    if (!answer.ok()) {
      throw refused(answer);
    }
    return answer.body();
  }

  /**
   * Asks for a change.
   *
   * @param key the same for the same change, however often it is asked for
   * @return also an answer that says no
   */
  Calls.Answer post(PaymentRequest request, String path, String key, Map<String, String> fields) {
    Account account = account(request);
    Map<String, String> headers = new LinkedHashMap<>(headers(account));
    headers.put("Idempotency-Key", key);
    return calls.ask(Question.form(Stripe.CODE, account.address(ADDRESS) + path, headers, fields));
  }

  /** What a refusal means to whoever asked. */
  static GatewayTrouble refused(Calls.Answer answer) {
    boolean taken = "idempotency_error".equals(answer.body().get("error").text("type"));
    return new GatewayTrouble(
        Stripe.CODE, taken ? GatewayTrouble.Kind.TAKEN : GatewayTrouble.Kind.REFUSED, code(answer));
  }

  /** Stripe's code of a refusal, else its kind, else the status. */
  static String code(Calls.Answer answer) {
    Json error = answer.body().get("error");
    String type = Objects.requireNonNullElse(error.text("type"), "HTTP " + answer.status());
    return Objects.requireNonNullElse(error.text("code"), type);
  }

  private static Map<String, String> headers(Account account) {
    return Map.of(
        "Authorization",
        "Bearer " + account.secrets("SECRET_KEY").getFirst(),
        "Stripe-Version",
        VERSION);
  }

  private Account account(PaymentRequest request) {
    return settings.account(Stripe.CODE, request.account());
  }
}
