package dev.hoso.payments.gateways;

import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.Verdict;
import java.time.Instant;

/** A payment gateway's protocol. */
public interface Gateway {
  /** What it is called in addresses, settings and keys: {@code vnpay}. */
  String code();

  /** The HTTP method of its calls. */
  String method();

  /**
   * Reads a call. Never fails for what was received, whatever it is.
   *
   * @param now when it happened, where the gateway does not say
   * @throws MissingSetting where we cannot check it
   */
  Reading read(HttpRequest request, Instant now);

  /** What the gateway's own protocol answers. */
  HttpAnswer reply(Verdict verdict);

  /** What was received, without what could be replayed: for the eyes of whoever looks into it. */
  String evidence(HttpRequest request);

  /**
   * The address at which a citizen pays.
   *
   * @throws MissingSetting where the gateway is not set up
   */
  String payUrl(PayPage page);
}
