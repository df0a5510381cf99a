package dev.hoso.payments;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway proved to have said of a payment. What becomes of it depends on where the payment
 * stands: money that arrived is recorded whatever was believed before, and nothing takes it back
 * but a refund.
 */
public sealed interface Confirmation {

  /** The facts that every confirmation carries. */
  Said said();

  /** From where it leads on; elsewhere it changes nothing. */
  List<PaymentStatus> from();

  /** Adds what it changes to a write of the payment. */
  Update applyTo(Update update);

  /**
   * What was said.
   *
   * @param amount whole đồng, {@link #NO_AMOUNT} where it is none that can be
   * @param occurredAt when it happened, as the gateway has it, else when we heard of it
   * @param code the gateway's own code of what happened
   */
  record Said(
      PaymentReference reference,
      long amount,
      @Nullable String gatewayTransactionId,
      Instant occurredAt,
      @Nullable String bank,
      String code) {
    /** An amount that is not a whole number of đồng: no payment has it. */
    public static final long NO_AMOUNT = -1;
  }

  /** The money arrived. */
  record Paid(Said said) implements Confirmation {
    @Override
    public List<PaymentStatus> from() {
      return List.of(
          PaymentStatus.PENDING,
          PaymentStatus.FAILED,
          PaymentStatus.EXPIRED,
          PaymentStatus.CANCELLED);
    }

    @Override
    public Update applyTo(Update update) {
      return update
          .set("status", PaymentStatus.PAID.code())
          .set("paidAt", said.occurredAt())
          .set("gatewayTransactionId", said.gatewayTransactionId())
          .set("bank", said.bank())
          .remove("failure")
          .remove("undecided")
          .remove("owed")
          .remove("due");
    }
  }

  /** An attempt to pay failed; no money moved. */
  record Failed(Said said) implements Confirmation {
    @Override
    public List<PaymentStatus> from() {
      return List.of(PaymentStatus.PENDING);
    }

    @Override
    public Update applyTo(Update update) {
      return update
          .set("status", PaymentStatus.FAILED.code())
          .set("failure", said.code())
          .set("endedAt", said.occurredAt())
          .remove("undecided")
          .remove("owed")
          .remove("due");
    }
  }

  /**
   * The money left the citizen, or may have, and the gateway has not decided whether it is ours.
   */
  record Undecided(Said said) implements Confirmation {
    /** How long the gateway's people may take before the payment is called expired. */
    static final Duration PATIENCE = Duration.ofDays(7);

    @Override
    public List<PaymentStatus> from() {
      return List.of(PaymentStatus.PENDING);
    }

    @Override
    public Update applyTo(Update update) {
      return update
          .set("undecided", said.code())
          .set("due", Time.sortable(said.occurredAt().plus(PATIENCE)))
          .ifNot("undecided", said.code());
    }
  }
}
