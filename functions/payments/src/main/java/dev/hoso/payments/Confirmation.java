package dev.hoso.payments;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway proved to have said of a payment, by webhook, in answer to our question or in a
 * settlement file. What becomes of it depends on where the payment stands: money that arrived is
 * recorded whatever was believed before, and nothing takes it back but a refund.
 *
 * <p>In whatever order, and however often, the same things are said of a payment, it ends in the
 * same status with the same amounts.
 */
public sealed interface Confirmation {
  /** Where we know of no money. */
  Set<PaymentStatus> NO_MONEY =
      Set.of(
          PaymentStatus.PENDING,
          PaymentStatus.FAILED,
          PaymentStatus.EXPIRED,
          PaymentStatus.CANCELLED);

  /** The facts that every confirmation carries. */
  Said said();

  /** From where it leads on; elsewhere it changes nothing. */
  Set<PaymentStatus> from();

  /** Whether it must be of the payment's own amount and currency to be about it. */
  default boolean ofThePaymentsMoney() {
    return true;
  }

  /** Adds what it changes, and what else must be so for it, to a write of the payment. */
  Update applyTo(Update update);

  /**
   * What was said.
   *
   * @param amount what was asked for, in the currency's smallest unit ({@link #NO_AMOUNT} where it
   *     is none that can be); a refund's own amount is in {@link Refunded}
   * @param currency by ISO 4217, in capitals
   * @param gatewayTransactionId the money's, not the event's: the same in whatever is said of it
   * @param occurredAt when it happened, as the gateway has it, else when we heard of it
   * @param code the gateway's own code of what happened
   */
  record Said(
      PaymentReference reference,
      long amount,
      String currency,
      @Nullable String gatewayTransactionId,
      Instant occurredAt,
      @Nullable String bank,
      String code) {
    /** An amount that is not a whole number of the smallest unit: no payment has it. */
    public static final long NO_AMOUNT = -1;
  }

  /** The money arrived. */
  record Paid(Said said) implements Confirmation {
    /**
     * Also after a refund whose payment we had not heard of: then only who, when and where are
     * added, and the refund stays.
     */
    @Override
    public Set<PaymentStatus> from() {
      return EnumSet.complementOf(EnumSet.of(PaymentStatus.PAID));
    }

    @Override
    public Update applyTo(Update update) {
      return noLongerAwaited(update)
          .ifAbsent("paidAt")
          .setOr("status", "refund", PaymentStatus.PAID.code())
          .set("paidAt", said.occurredAt())
          .set("gatewayTransactionId", said.gatewayTransactionId())
          .set("bank", said.bank())
          .remove("failure");
    }
  }

  /** An attempt to pay failed; no money moved. */
  record Failed(Said said) implements Confirmation {
    @Override
    public Set<PaymentStatus> from() {
      return EnumSet.of(PaymentStatus.PENDING);
    }

    /** Another attempt may succeed, and its webhook may get lost: the gateway is asked on. */
    @Override
    public Update applyTo(Update update) {
      return ended(update.remove("undecided"), PaymentStatus.FAILED, said);
    }
  }

  /** The citizen, or somebody of ours, called the payment off at the gateway; no money moved. */
  record Cancelled(Said said) implements Confirmation {
    @Override
    public Set<PaymentStatus> from() {
      return EnumSet.of(PaymentStatus.PENDING, PaymentStatus.FAILED);
    }

    @Override
    public Update applyTo(Update update) {
      return ended(noLongerAwaited(update), PaymentStatus.CANCELLED, said);
    }
  }

  /** The gateway takes no more money for it. */
  record Expired(Said said) implements Confirmation {
    @Override
    public Set<PaymentStatus> from() {
      return EnumSet.of(PaymentStatus.PENDING, PaymentStatus.FAILED);
    }

    @Override
    public Update applyTo(Update update) {
      return ended(noLongerAwaited(update), PaymentStatus.EXPIRED, said);
    }
  }

  /**
   * The money left the citizen, or may have, and the gateway has not decided whether it is ours.
   *
   * @param held whether it waits for somebody's decision at the gateway; else it goes on by itself
   */
  record Undecided(Said said, boolean held) implements Confirmation {
    /** How long the gateway's people may take before the payment is called expired. */
    static final Duration PATIENCE = Duration.ofDays(7);

    @Override
    public Set<PaymentStatus> from() {
      return EnumSet.of(PaymentStatus.PENDING);
    }

    @Override
    public Update applyTo(Update update) {
      return update
          .set("undecided", said.code())
          .set("awaitedUntil", Time.sortable(said.occurredAt().plus(PATIENCE)))
          .ifNot("undecided", said.code());
    }
  }

  /**
   * Money went back. That it had come is thereby proven too.
   *
   * @param refundedAmount all that went back so far, in the currency's smallest unit, from 1 to the
   *     payment's amount
   */
  record Refunded(Said said, long refundedAmount) implements Confirmation {
    @Override
    public Set<PaymentStatus> from() {
      return EnumSet.complementOf(EnumSet.of(PaymentStatus.REFUNDED));
    }

    @Override
    public Update applyTo(Update update) {
      PaymentStatus status =
          refundedAmount < said.amount()
              ? PaymentStatus.PARTIALLY_REFUNDED
              : PaymentStatus.REFUNDED;
      // What is owed stays: a refund that we asked for is looked at once more, and ends.
      return update
          .ifAbsentOrBelow(refundedAmount, "refundedAmount")
          .remove("undecided")
          .set("refundedAmount", refundedAmount)
          .set("refundedAt", said.occurredAt())
          .set("refund", status.code())
          .set("status", status.code())
          .remove("failure");
    }
  }

  /** The payer's bank wants the money back; a person must answer. Where the money is, stays. */
  record Disputed(Said said) implements Confirmation {
    /** A part can be disputed, and exchange rates move. */
    @Override
    public boolean ofThePaymentsMoney() {
      return false;
    }

    @Override
    public Set<PaymentStatus> from() {
      return EnumSet.allOf(PaymentStatus.class);
    }

    @Override
    public Update applyTo(Update update) {
      return update.ifAbsent("disputedAt").set("disputedAt", said.occurredAt());
    }
  }

  /**
   * Something happened, and what it was is not proven: the gateway must be asked, now. Its answer
   * is another confirmation.
   */
  record Hint(Said said) implements Confirmation {
    @Override
    public Set<PaymentStatus> from() {
      return NO_MONEY;
    }

    @Override
    public Update applyTo(Update update) {
      return update
          .set("owed", Payment.OWED)
          .set("due", Time.sortable(said.occurredAt()))
          .set("hintedAt", said.occurredAt());
    }
  }

  private static Update ended(Update update, PaymentStatus status, Said said) {
    return update
        .set("status", status.code())
        .set("failure", said.code())
        .set("endedAt", said.occurredAt());
  }

  private static Update noLongerAwaited(Update update) {
    return update.remove("undecided").remove("owed").remove("due");
  }
}
