package dev.hoso.payments.api;

import dev.hoso.core.Invalid;
import dev.hoso.core.Refused;
import dev.hoso.core.Time;
import dev.hoso.core.web.IdempotencyKey;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.Payments;
import dev.hoso.payments.Refund;
import dev.hoso.payments.Refunds;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes requests to give money back. */
@Singleton
final class RefundDesk {
  /** Somebody else changes the same payment at the same time; who comes second looks again. */
  private static final int ATTEMPTS = 3;

  /** A refund, and whether it is there by this call. */
  record Kept(Payment payment, Refund refund, boolean anew) {}

  private final Payments payments;
  private final Refunds refunds;
  private final InstantSource clock;

  RefundDesk(Payments payments, Refunds refunds, InstantSource clock) {
    this.payments = payments;
    this.refunds = refunds;
    this.clock = clock;
  }

  /** A payment with all that was asked to go back of it. */
  Payment payment(String gateway, PaymentReference reference) {
    return payments
        .find(gateway, reference)
        .orElseThrow(
            () ->
                new Refused(
                    404,
                    "unknown-payment",
                    "No payment at %s has the reference %s.".formatted(gateway, reference)));
  }

  /**
   * Asks for a refund. A repeat with the same key is answered with the refund that was made first.
   *
   * @throws Invalid where the amount is more than can go back
   * @throws Refused where there is no such payment, no money came for it or all went back, another
   *     refund is under way, or its gateway gives nothing back by itself
   */
  Kept request(
      String gateway,
      PaymentReference reference,
      RefundRequest wanted,
      @Nullable IdempotencyKey key) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Payment payment = payment(gateway, reference);
      String id = key == null ? Refund.newId() : Refund.idFor(payment.request(), key.value());
      Optional<Refund> first = named(payment, id);
      if (first.isPresent()) {
        return new Kept(payment, same(first.get(), wanted), false);
      }
      Optional<Payment> kept = begun(payment, id, wanted);
      if (kept.isPresent()) {
        return new Kept(kept.get(), named(kept.get(), id).orElseThrow(), true);
      }
    }
    throw new Refused(
        409, "refund-under-way", "The payment changes at this moment. Look at it, and ask again.");
  }

  private Optional<Payment> begun(Payment payment, String id, RefundRequest wanted) {
    Instant now = Time.now(clock);
    check(payment, wanted);
    long amount = wanted.amount() == null ? payment.refundable() : wanted.amount();
    Refund refund =
        Refund.requested(
            id,
            amount,
            payment.refundedAmount() + amount,
            wanted.reason(),
            wanted.requestedBy(),
            now);
    return wanted.transferReference() == null
        ? refunds.begin(payment, refund, now)
        : refunds.paidBack(payment, refund, wanted.transferReference(), now);
  }

  private void check(Payment payment, RefundRequest wanted) {
    if (payment.refundable() == 0) {
      throw new Refused(
          409,
          "nothing-to-refund",
          "The payment is %s: there is no money that could go back."
              .formatted(payment.status().code()));
    }
    Refund underWay = payment.refunding();
    if (underWay != null && !underWay.ended()) {
      throw new Refused(
          409,
          "refund-under-way",
          "The refund %s is under way. Ask again when it has ended.".formatted(underWay.id()));
    }
    if (wanted.amount() != null && wanted.amount() > payment.refundable()) {
      throw new Invalid(
          "amount", "must be at most what has not gone back: " + payment.refundable());
    }
    String gateway = payment.request().gateway();
    if (wanted.transferReference() == null && !refunds.offeredBy(gateway)) {
      throw new Refused(
          409,
          "refund-by-hand",
          "%s gives no money back by itself. Pay it back by bank transfer, then ask again with the bank's transferReference."
              .formatted(gateway));
    }
  }

  private static Optional<Refund> named(Payment payment, String id) {
    return payment.allRefunds().stream().filter(it -> it.id().equals(id)).findFirst();
  }

  private static Refund same(Refund first, RefundRequest wanted) {
    if (!first.reason().equals(wanted.reason())
        || (wanted.amount() != null && wanted.amount() != first.amount())) {
      throw new Refused(
          409, "key-reused", "The Idempotency-Key names another refund. Use a new one.");
    }
    return first;
  }
}
