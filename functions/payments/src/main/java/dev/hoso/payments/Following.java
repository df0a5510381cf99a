package dev.hoso.payments;

import dev.hoso.core.Log;
import dev.hoso.core.dynamo.Item;
import dev.hoso.payments.gateways.Counters;
import dev.hoso.payments.gateways.GatewayTrouble;
import dev.hoso.payments.gateways.Inquiry;
import dev.hoso.payments.gateways.MissingSetting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Follows payments to their end: asks the gateway what became of those that nothing was heard of,
 * ends those whose time is over, and takes refunds further.
 */
final class Following {
  private static final int PORTION = 100;

  /** A gateway that is slow to answer holds up those that are due after it no longer than this. */
  private static final int AT_ONCE = 16;

  private final Payments payments;
  private final Confirmations confirmations;
  private final Anomalies anomalies;
  private final Refunds refunds;
  private final Counters counters;
  private final InstantSource clock;

  Following(
      Payments payments,
      Confirmations confirmations,
      Anomalies anomalies,
      Counters counters,
      InstantSource clock) {
    this.payments = payments;
    this.confirmations = confirmations;
    this.anomalies = anomalies;
    this.refunds = new Refunds(payments, confirmations, anomalies, counters);
    this.counters = counters;
    this.clock = clock;
  }

  /**
   * Goes on until nothing is due or the time is over.
   *
   * @return how many of the last portion are still due
   */
  int run(BooleanSupplier hasTime) {
    Instant now = clock.instant();
    List<Item> due;
    long done;
    do {
      due = payments.due(now, PORTION);
      done = follow(due, now, hasTime);
      // The index follows the table: what it still shows after it was dealt with is not tried on.
    } while (done == PORTION && hasTime.getAsBoolean());
    return (int) (due.size() - done);
  }

  private long follow(List<Item> due, Instant now, BooleanSupplier hasTime) {
    List<Callable<Boolean>> all = new ArrayList<>();
    for (Item payment : due) {
      all.add(() -> hasTime.getAsBoolean() && follow(payment, now));
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      return threads.invokeAll(all).stream().filter(Future::resultNow).count();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** One that cannot be followed must not hold back the others. */
  private boolean follow(Item due, Instant now) {
    try {
      payments.stillDue(due).ifPresent(payment -> follow(payment, now));
      return true;
    } catch (RuntimeException e) {
      Log.error("paymentNotFollowed", Map.of("payment", due.text("id")), e);
      return false;
    }
  }

  private void follow(Payment payment, Instant now) {
    Refund refund = payment.refunding();
    if (refund != null) {
      refunds.follow(payment, refund, now);
    } else if (Confirmation.NO_MONEY.contains(payment.status())) {
      ask(payment, now);
    } else {
      payments.settle(payment);
    }
  }

  private void ask(Payment payment, Instant now) {
    boolean answered = true;
    PaymentRequest request = payment.request();
    try {
      counters
          .find(request.gateway(), Inquiry.class)
          .ifPresent(inquiry -> record(payment, inquiry.look(payment, now), now));
    } catch (GatewayTrouble | MissingSetting | SdkException e) {
      answered = false;
      Log.warn("gatewayNotAsked", Map.of("gateway", request.gateway(), "why", why(e)));
    }
    moveOn(payment, answered, now);
  }

  private void record(Payment payment, List<Confirmation> told, Instant now) {
    String gateway = payment.request().gateway();
    for (Confirmation confirmation : told) {
      confirmations.record(
          gateway, confirmation, Source.QUERY, () -> evidence(confirmation.said()), now);
    }
  }

  private static String evidence(Confirmation.Said said) {
    return "amount=%d&currency=%s&transaction=%s&code=%s"
        .formatted(said.amount(), said.currency(), said.gatewayTransactionId(), said.code());
  }

  /** What was confirmed is due no more, and so none of this changes it. */
  private void moveOn(Payment payment, boolean answered, Instant now) {
    Instant end = payment.awaitedUntil();
    if (now.isBefore(end)) {
      payments.postpone(payment, next(payment, answered, now));
    } else if (!answered && now.isBefore(end.plus(Awaiting.PATIENCE))) {
      payments.postpone(payment, now.plus(Awaiting.SHORTEST));
    } else {
      end(payment, answered, now);
    }
  }

  private Instant next(Payment payment, boolean answered, Instant now) {
    PaymentRequest request = payment.request();
    if (counters.find(request.gateway(), Inquiry.class).isEmpty()) {
      return payment.awaitedUntil();
    }
    // One that did not answer is asked again soon, however old the payment is.
    Instant since = answered ? request.createdAt() : now;
    return Awaiting.next(since, now, payment.awaitedUntil());
  }

  private void end(Payment payment, boolean answered, Instant now) {
    PaymentRequest request = payment.request();
    if (!answered) {
      anomalies.keep(
          new Anomaly(
              request.gateway(),
              Anomaly.Kind.UNANSWERED,
              request.reference().value(),
              null,
              request.amount(),
              "reference=" + request.reference()),
          now);
    }
    if (payment.status() != PaymentStatus.PENDING) {
      payments.settle(payment);
    } else if (payments.expire(payment, now)) {
      Log.info("paymentExpired", Map.of("payment", payment.id()));
    }
  }

  /** Of the SDK and of settings the kind alone: a message may hold more than a log should. */
  private static String why(RuntimeException trouble) {
    return trouble instanceof GatewayTrouble known
        ? String.valueOf(known.getMessage())
        : trouble.getClass().getSimpleName();
  }
}
