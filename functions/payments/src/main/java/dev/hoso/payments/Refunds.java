package dev.hoso.payments;

import dev.hoso.core.Log;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.gateways.Counters;
import dev.hoso.payments.gateways.GatewayTrouble;
import dev.hoso.payments.gateways.MissingSetting;
import dev.hoso.payments.gateways.Refunding;
import dev.hoso.payments.gateways.Refunding.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Gives money back. What was asked for is kept first, then the gateway is asked; whatever cuts that
 * off, it is taken up again when it is due, and followed to its end.
 */
public final class Refunds {
  /** Longer than a call and its repeats take: nobody else takes it up meanwhile. */
  private static final Duration CALLING = Duration.ofMinutes(2);

  /** Banks take days, at most weeks. */
  private static final Duration PATIENCE = Duration.ofDays(45);

  private final Payments payments;
  private final Confirmations confirmations;
  private final Anomalies anomalies;
  private final Counters counters;

  public Refunds(
      Payments payments, Confirmations confirmations, Anomalies anomalies, Counters counters) {
    this.payments = payments;
    this.confirmations = confirmations;
    this.anomalies = anomalies;
    this.counters = counters;
  }

  /** Whether a gateway gives money back by itself; else it is paid back by hand. */
  public boolean offeredBy(String gateway) {
    return counters.find(gateway, Refunding.class).isPresent();
  }

  /**
   * Keeps a refund and asks the gateway for it.
   *
   * @return the payment with it, as far as it came; empty where something happened to the payment
   *     since it was read
   */
  public Optional<Payment> begin(Payment payment, Refund refund, Instant now) {
    Refund asked = refund.askedAgain();
    return request(payment, asked, now).map(kept -> step(kept, asked, now));
  }

  /**
   * Keeps a refund that was paid back by hand.
   *
   * @param transfer the bank's name for it
   * @return the payment with it; empty where something happened to the payment since it was read
   */
  public Optional<Payment> paidBack(Payment payment, Refund refund, String transfer, Instant now) {
    Refund sent = refund.sent(transfer);
    return request(payment, sent, now)
        .map(kept -> taken(kept, sent, new Refunding.Done(transfer, now), now));
  }

  /** One that a webhook has told the end of may still stand where the next one is to be kept. */
  private Optional<Payment> request(Payment payment, Refund refund, Instant now) {
    Refund before = payment.refunding();
    return (before == null ? Optional.of(payment) : payments.end(payment, before))
        .flatMap(ready -> payments.request(ready, refund, now.plus(CALLING)));
  }

  /** Takes a refund that is due a step further. */
  void follow(Payment payment, Refund refund, Instant now) {
    if (refund.ended()) {
      payments.end(payment, refund);
    } else if (now.isAfter(refund.requestedAt().plus(PATIENCE))) {
      taken(payment, refund, new Refunding.Refused("unanswered"), now);
    } else {
      Refund claimed = refund.status() == Refund.Status.REQUESTED ? refund.askedAgain() : refund;
      Instant next = Awaiting.next(refund.requestedAt(), now.plus(CALLING), Instant.MAX);
      payments.keep(payment, claimed, next).ifPresent(kept -> step(kept, claimed, now));
    }
  }

  private Payment step(Payment payment, Refund refund, Instant now) {
    String gateway = payment.request().gateway();
    try {
      Progress progress =
          counters
              .find(gateway, Refunding.class)
              .map(refunding -> progress(refunding, payment, refund, now))
              .orElseGet(() -> byHand(refund, now));
      return taken(payment, refund, progress, now);
    } catch (GatewayTrouble | MissingSetting | SdkException e) {
      Log.error("refundNotAsked", Map.of("gateway", gateway, "refund", refund.id()), e);
      return payment;
    }
  }

  private static Progress progress(
      Refunding refunding, Payment payment, Refund refund, Instant now) {
    return refund.status() == Refund.Status.REQUESTED
        ? refunding.send(payment, refund, now)
        : refunding.look(payment, refund, now);
  }

  /** The bank has done it before it was asked for here. */
  private static Progress byHand(Refund refund, Instant now) {
    return new Refunding.Done(Objects.requireNonNull(refund.gatewayRefundId()), now);
  }

  private Payment taken(Payment payment, Refund refund, Progress progress, Instant now) {
    Optional<Payment> kept =
        switch (progress) {
          case Refunding.Waiting waiting ->
              payments.keep(
                  payment,
                  refund.sent(waiting.gatewayRefundId()),
                  Awaiting.next(refund.requestedAt(), now, Instant.MAX));
          case Refunding.Done done -> done(payment, refund, done, now);
          case Refunding.Refused refused -> refused(payment, refund, refused.code(), now);
        };
    return kept.orElse(payment);
  }

  /** What is recorded first is not lost if the second write is: it is due, and asked again. */
  private Optional<Payment> done(Payment payment, Refund refund, Refunding.Done done, Instant now) {
    Instant at = done.at().isBefore(refund.requestedAt()) ? now : done.at();
    PaymentRequest request = payment.request();
    Said said =
        new Said(
            request.reference(),
            request.amount(),
            request.currency(),
            payment.gatewayTransactionId(),
            at,
            null,
            refund.id());
    confirmations.record(
        request.gateway(),
        new Confirmation.Refunded(said, refund.upTo()),
        Source.QUERY,
        () -> "refund=" + refund.id(),
        now);
    return payments.end(payment, refund.succeeded(done.gatewayRefundId(), at));
  }

  private Optional<Payment> refused(Payment payment, Refund refund, String code, Instant now) {
    PaymentRequest request = payment.request();
    anomalies.keep(
        new Anomaly(
            request.gateway(),
            Anomaly.Kind.REFUND_FAILED,
            request.reference().value(),
            refund.amount(),
            request.amount(),
            "refund=" + refund.id() + "&code=" + code),
        now);
    return payments.end(payment, refund.failed(code, now));
  }
}
