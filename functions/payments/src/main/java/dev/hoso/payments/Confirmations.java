package dev.hoso.payments;

import dev.hoso.core.Log;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.gateways.Gateway;
import dev.hoso.payments.gateways.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** Takes what gateways say into the payments, and keeps what does not fit for a person to see. */
public final class Confirmations {
  private final Payments payments;
  private final Anomalies anomalies;
  private final InstantSource clock;

  public Confirmations(Payments payments, Anomalies anomalies, InstantSource clock) {
    this.payments = payments;
    this.anomalies = anomalies;
    this.clock = clock;
  }

  /** What becomes of a call. What fails here fails at ours: the gateway is told to call again. */
  Verdict take(Gateway gateway, HttpRequest request) {
    Verdict verdict;
    try {
      verdict = taken(gateway, request, clock.instant());
    } catch (RuntimeException e) {
      Log.error("webhookFailed", Map.of("gateway", gateway.code()), e);
      verdict = Verdict.OUR_TROUBLE;
    }
    Map<String, String> labels = Map.of("gateway", gateway.code(), "verdict", verdict.name());
    Log.metric("PaymentWebhooks", 1, labels);
    return verdict;
  }

  private Verdict taken(Gateway gateway, HttpRequest request, Instant now) {
    String received = gateway.evidence(request);
    return switch (gateway.read(request, now)) {
      case Reading.Proven proven -> record(gateway, proven.confirmation(), received, now);
      case Reading.Rejected rejected -> {
        String code = gateway.code();
        anomalies.keep(new Anomaly(code, rejected.kind(), null, null, null, received), now);
        yield rejected.verdict();
      }
    };
  }

  private Verdict record(Gateway gateway, Confirmation confirmation, String received, Instant now) {
    Outcome outcome = payments.record(gateway.code(), confirmation);
    Verdict verdict = Verdict.of(confirmation, outcome);
    Log.info("confirmationTaken", labels(gateway, confirmation.said(), verdict));
    Anomaly.in(confirmation, gateway.code(), outcome, received)
        .ifPresent(anomaly -> anomalies.keep(anomaly, now));
    return verdict;
  }

  private static Map<String, String> labels(
      Gateway gateway, Confirmation.Said said, Verdict verdict) {
    return Map.of(
        "gateway", gateway.code(),
        "reference", said.reference().value(),
        "code", said.code(),
        "verdict", verdict.name());
  }
}
