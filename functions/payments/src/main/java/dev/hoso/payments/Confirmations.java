package dev.hoso.payments;

import dev.hoso.core.Log;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.gateways.Gateway;
import dev.hoso.payments.gateways.Reading;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what gateways say into the payments, and keeps what does not fit for a person to see. */
public final class Confirmations {
  /** Gateways send a few thousand bytes; what has more is nobody's and is not read. */
  static final int MOST_BYTES = 256 * 1024;

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
      Log.metric("WebhooksUnanswered", 1, Map.of());
      verdict = Verdict.OUR_TROUBLE;
    }
    Map<String, String> labels = Map.of("gateway", gateway.code(), "verdict", verdict.name());
    Log.metric("PaymentWebhooks", 1, labels);
    return verdict;
  }

  private Verdict taken(Gateway gateway, HttpRequest request, Instant now) {
    if (request.longerThan(MOST_BYTES)) {
      anomalies.keep(
          new Anomaly(gateway.code(), Anomaly.Kind.OVERSIZE, null, null, null, "not read"), now);
      return Verdict.TOO_LARGE;
    }
    return switch (gateway.read(request, now)) {
      case Reading.Proven proven ->
          record(
              gateway.code(),
              proven.confirmation(),
              Source.WEBHOOK,
              () -> gateway.evidence(request),
              now);
      case Reading.Heard heard -> {
        Log.info("eventHeard", Map.of("gateway", gateway.code(), "event", heard.event()));
        keep(gateway, heard.kind(), request, now);
        yield Verdict.IGNORED;
      }
      case Reading.Rejected rejected -> {
        keep(gateway, rejected.kind(), request, now);
        yield rejected.verdict();
      }
    };
  }

  /**
   * Records what a gateway proved to have said, on whatever way we heard it.
   *
   * @param source the way
   * @param evidence what it said, for whoever looks into it; made only where it does not fit
   */
  public Verdict record(
      String gateway,
      Confirmation confirmation,
      Source source,
      Supplier<String> evidence,
      Instant now) {
    Outcome outcome = payments.record(gateway, confirmation, source);
    Verdict verdict = Verdict.of(confirmation, outcome);
    Log.info("confirmationTaken", labels(gateway, confirmation, source, verdict));
    Anomaly.in(confirmation, gateway, outcome, evidence)
        .ifPresent(anomaly -> anomalies.keep(anomaly, now));
    return verdict;
  }

  private void keep(
      Gateway gateway, Anomaly.@Nullable Kind kind, HttpRequest request, Instant now) {
    if (kind != null) {
      String received = gateway.evidence(request);
      anomalies.keep(new Anomaly(gateway.code(), kind, null, null, null, received), now);
    }
  }

  private static Map<String, String> labels(
      String gateway, Confirmation confirmation, Source source, Verdict verdict) {
    return Map.of(
        "gateway", gateway,
        "reference", confirmation.said().reference().value(),
        "said", confirmation.getClass().getSimpleName(),
        "code", confirmation.said().code(),
        "source", source.code(),
        "verdict", verdict.name());
  }
}
