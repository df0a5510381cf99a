package dev.hoso.payments.gateways;

import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.PaymentReference;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Checkout Session, PaymentIntent, Charge or Dispute as Stripe writes it
 * (https://docs.stripe.com/api), in its events and in its answers alike. What it says is its own
 * state, whatever it came with.
 *
 * <p>A payment is a session and its PaymentIntent; both tell of it, and are one transaction: the
 * PaymentIntent's. Our reference is the session's {@code client_reference_id}, and {@code
 * metadata.reference} of both, which Stripe copies to the charge.
 *
 * @param at when it came to what it says
 */
record StripeObject(Json json, Instant at) {
  /** A session: paid, or what it is while it is not. */
  Reading session(Function<Said, Confirmation> unpaid) {
    String state = state("payment_status");
    return payment(
        json.amount("amount_total"),
        intentId(),
        state,
        said -> state.equals("paid") ? new Confirmation.Paid(said) : unpaid.apply(said));
  }

  /** An intent. */
  Reading intent() {
    String state = state("status");
    boolean succeeded = state.equals("succeeded");
    return payment(
        json.amount(succeeded ? "amount_received" : "amount"),
        json.text("id"),
        Objects.requireNonNullElse(reason(), state),
        said ->
            switch (state) {
              case "succeeded" -> new Confirmation.Paid(said);
              case "canceled" -> new Confirmation.Cancelled(said);
              // Authorised: the money is reserved and waits for us to take it.
              case "requires_capture" -> new Confirmation.Undecided(said, true);
              case "processing" -> new Confirmation.Undecided(said, false);
              default -> new Confirmation.Failed(said);
            });
  }

  private @Nullable String reason() {
    String error = json.get("last_payment_error").text("code");
    return error == null ? json.text("cancellation_reason") : error;
  }

  /** A charge of which something went back: {@code amount_refunded} is all that did so far. */
  Reading refundedCharge() {
    long refunded = json.amount("amount_refunded");
    if (refunded < 1 || refunded > json.amount("amount")) {
      return Reading.Rejected.notUnderstood();
    }
    return payment(
        json.amount("amount"),
        intentId(),
        "charge.refunded",
        said -> new Confirmation.Refunded(said, refunded));
  }

  private Reading payment(
      long amount,
      @Nullable String transaction,
      String code,
      Function<Said, Confirmation> confirmation) {
    if (amount == Said.NO_AMOUNT || json.text("currency") == null) {
      return Reading.Rejected.notUnderstood();
    }
    return reference()
        .<Reading>map(
            ours -> new Reading.Proven(confirmation.apply(said(ours, amount, transaction, code))))
        .orElseGet(Reading.Rejected::unknownReference);
  }

  /** {@code ma_ho_so} is what systems write that open sessions by themselves. */
  Optional<PaymentReference> reference() {
    Json metadata = json.get("metadata");
    return Stream.of(
            Optional.ofNullable(json.text("client_reference_id")),
            Optional.ofNullable(metadata.text("reference")),
            Optional.ofNullable(metadata.text("ma_ho_so")))
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(PaymentReference::of);
  }

  Said said(PaymentReference reference, long amount, @Nullable String transaction, String code) {
    String currency = Objects.requireNonNullElse(json.text("currency"), "");
    return new Said(
        reference, amount, currency.toUpperCase(Locale.ROOT), transaction, at, null, code);
  }

  /**
   * Of the intent it belongs to, which is there by its id, or as a whole where we asked for that.
   */
  @Nullable String intentId() {
    String id = json.text("payment_intent");
    return id == null ? json.get("payment_intent").text("id") : id;
  }

  private String state(String name) {
    return Objects.requireNonNullElse(json.text(name), "");
  }
}
