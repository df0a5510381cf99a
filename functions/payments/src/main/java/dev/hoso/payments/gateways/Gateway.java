package dev.hoso.payments.gateways;

import dev.hoso.core.catalogue.PaymentGateway;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * A payment gateway as we hear it: its webhooks. What we can ask of it is apart, in {@link Asking},
 * so that hearing needs no HTTP client.
 */
public interface Gateway {
  /** What it is called in addresses, settings and keys: {@code vnpay}. */
  String code();

  /** The HTTP method of its calls. */
  String method();

  /** What it takes, by ISO 4217, the usual one first. */
  default List<String> currencies() {
    return PaymentGateway.find(code()).orElseThrow().currencies();
  }

  /** The smallest amount it can be asked for, in the currency's smallest unit. */
  default long least() {
    return 1;
  }

  /** The largest amount it can be asked for, in the currency's smallest unit. */
  default long most() {
    return Amounts.MOST;
  }

  /** How payments can be called at it. */
  default ReferenceForm references() {
    return References.USUAL;
  }

  /**
   * Reads a call. Never fails for what was received, whatever it is.
   *
   * @param now when it happened, where the gateway does not say
   * @throws MissingSetting where we cannot check it
   */
  Reading read(HttpRequest request, Instant now);

  /** What the gateway's own protocol answers. */
  HttpAnswer reply(Verdict verdict);

  /**
   * What was received, for the eyes of whoever looks into it: nothing that could be replayed, and
   * nothing of the payer's.
   */
  String evidence(HttpRequest request);
}
