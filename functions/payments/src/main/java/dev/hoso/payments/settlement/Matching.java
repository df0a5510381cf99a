package dev.hoso.payments.settlement;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.payments.Anomalies;
import dev.hoso.payments.Anomaly;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmations;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.Source;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Holds lines against payments. The usual line is one write and no read; where its condition does
 * not hold, the payment comes with the answer and says why.
 *
 * <p>What we had not heard of takes the road of a webhook, so it does not matter which is first.
 */
final class Matching {
  /** As often as somebody else may write a payment in between; then the file is tried again. */
  private static final int TRIES = 5;

  private static final String SETTLEMENT = Source.SETTLEMENT.code();

  private final Settled settled;
  private final Confirmations confirmations;
  private final Anomalies anomalies;
  private final InstantSource clock;

  Matching(Settled settled, Confirmations confirmations, Anomalies anomalies, InstantSource clock) {
    this.settled = settled;
    this.confirmations = confirmations;
    this.anomalies = anomalies;
    this.clock = clock;
  }

  /** What comes of a line. The same line of the same file again comes to the same. */
  Judgement judge(Settled.Run run, Line line) {
    PaymentReference reference = line.reference();
    Judgement judged =
        reference == null
            ? new Judgement(Finding.MISSING_HERE, Item.EMPTY)
            : line.refund() ? refund(run, reference, line) : payment(run, reference, line);
    Anomaly.Kind odd = oddity(judged, line);
    if (odd != null) {
      anomalies.keep(anomaly(run, line, judged.payment(), odd), clock.instant());
    }
    return judged;
  }

  private Judgement payment(Settled.Run run, PaymentReference reference, Line line) {
    for (int tried = 0; tried < TRIES; tried++) {
      Outcome outcome = settled.payment(run, reference, line);
      Item payment = outcome.item();
      if (outcome.written()) {
        return new Judgement(ofSettled(run, payment), payment);
      }
      Finding finding = ofUnsettled(payment, line);
      if (finding != null) {
        return new Judgement(finding, payment);
      }
      confirm(run, reference, line, new Confirmation.Paid(said(reference, line, payment)));
    }
    throw new IllegalStateException("The payment " + reference + " does not stand still");
  }

  private static Finding ofSettled(Settled.Run run, Item payment) {
    boolean byThis =
        SETTLEMENT.equals(payment.textOrNull("confirmedBy"))
            && payment.text("settledOn").equals(run.day().toString());
    return byThis ? Finding.RECOVERED : Finding.MATCHED;
  }

  /** Why it was not settled; null where nothing is against it but that it is not paid. */
  private static @Nullable Finding ofUnsettled(Item payment, Line line) {
    if (payment.isEmpty()) {
      return Finding.MISSING_HERE;
    }
    if (!payment.text("currency").equals(line.money().currency())
        || payment.number("amount") != line.money().amount()) {
      return Finding.AMOUNT_DIFFERS;
    }
    return payment.has("settledTransaction") ? Finding.DOUBLED : null;
  }

  private Judgement refund(Settled.Run run, PaymentReference reference, Line line) {
    boolean recovered = false;
    Outcome outcome = settled.firstRefund(run, reference, line, false);
    for (int tried = 0; tried < TRIES; tried++) {
      Item payment = outcome.item();
      if (outcome.written()) {
        return new Judgement(recovered(recovered), payment);
      }
      if (payment.isEmpty()) {
        return new Judgement(Finding.MISSING_HERE, payment);
      }
      if (!payment.text("currency").equals(line.money().currency())) {
        return new Judgement(Finding.AMOUNT_DIFFERS, payment);
      }
      Item known = payment.map(Settled.REFUNDS).map(line.movement());
      if (!known.isEmpty()) {
        return knownRefund(run, reference, line, payment, known);
      }
      long total = payment.numberOr(Settled.REFUNDED, 0) + line.money().amount();
      if (total > payment.number("amount")) {
        return new Judgement(Finding.AMOUNT_DIFFERS, payment);
      }
      if (payment.numberOr("refundedAmount", 0) < total) {
        var refunded = new Confirmation.Refunded(said(reference, line, payment), total);
        confirm(run, reference, line, refunded);
        recovered = true;
      }
      outcome = nextRefund(run, reference, line, payment, recovered);
    }
    throw new IllegalStateException("The refunds of " + reference + " do not stand still");
  }

  private Outcome nextRefund(
      Settled.Run run, PaymentReference reference, Line line, Item payment, boolean recovered) {
    return payment.has(Settled.REFUNDED)
        ? settled.nextRefund(run, reference, line, payment.number(Settled.REFUNDED), recovered)
        : settled.firstRefund(run, reference, line, recovered);
  }

  /** A refund that was settled before: by this very line, or by another one of this file. */
  private Judgement knownRefund(
      Settled.Run run, PaymentReference reference, Line line, Item payment, Item known) {
    boolean thisFile = known.text("run").equals(run.run());
    if (known.number("amount") != line.money().amount()) {
      return new Judgement(Finding.AMOUNT_DIFFERS, payment);
    }
    if (thisFile && known.number("line") != line.number()) {
      return new Judgement(Finding.DOUBLED, payment);
    }
    if (!thisFile) {
      settled.sameRefund(run, reference, line, known);
    }
    boolean byThis =
        known.flag("recovered") && known.text("settledOn").equals(run.day().toString());
    return new Judgement(recovered(byThis), payment);
  }

  private static Finding recovered(boolean recovered) {
    return recovered ? Finding.REFUND_RECOVERED : Finding.REFUND_MATCHED;
  }

  private void confirm(
      Settled.Run run, PaymentReference reference, Line line, Confirmation confirmation) {
    confirmations.record(
        run.gateway(),
        confirmation,
        Source.SETTLEMENT,
        () -> evidence(run, reference.value(), line),
        clock.instant());
  }

  /** A refund's confirmation is about the payment's whole amount. */
  private static Confirmation.Said said(PaymentReference reference, Line line, Item payment) {
    return new Confirmation.Said(
        reference,
        payment.number("amount"),
        line.money().currency(),
        line.transaction(),
        line.at(),
        null,
        SETTLEMENT);
  }

  private static Anomaly.@Nullable Kind oddity(Judgement judged, Line line) {
    return switch (judged.finding()) {
      case MISSING_HERE -> Anomaly.Kind.UNKNOWN_REFERENCE;
      case AMOUNT_DIFFERS ->
          judged.payment().text("currency").equals(line.money().currency())
              ? Anomaly.Kind.AMOUNT_MISMATCH
              : Anomaly.Kind.FOREIGN_CURRENCY;
      case DOUBLED ->
          line.refund() || sameTransaction(judged.payment(), line)
              ? Anomaly.Kind.SETTLED_TWICE
              : Anomaly.Kind.PAID_TWICE;
      default -> null;
    };
  }

  private static boolean sameTransaction(Item payment, Line line) {
    return line.movement().equals(payment.textOrNull("settledTransaction"));
  }

  private static Anomaly anomaly(Settled.Run run, Line line, Item payment, Anomaly.Kind odd) {
    String reference = line.reference() == null ? null : line.reference().value();
    return new Anomaly(
        run.gateway(),
        odd,
        reference,
        line.money().amount(),
        payment.isEmpty() ? null : payment.number("amount"),
        evidence(run, reference, line));
  }

  /** The same for the same line of a file that comes again: it is counted in one anomaly. */
  private static String evidence(Settled.Run run, @Nullable String reference, Line line) {
    return "settlement of %s: %s %s of %d %s, transaction %s"
        .formatted(
            run.day(),
            line.refund() ? "refund" : "payment",
            reference,
            line.money().amount(),
            line.money().currency(),
            line.movement());
  }
}
