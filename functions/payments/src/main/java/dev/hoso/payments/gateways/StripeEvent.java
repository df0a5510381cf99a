package dev.hoso.payments.gateways;

import dev.hoso.payments.Anomaly;
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
 * What Stripe's events say (https://docs.stripe.com/api/events/types). Their names are not
 * believed: the state of the object decides.
 *
 * <p>A payment is a Checkout Session and its PaymentIntent; both tell of it, and are one
 * transaction: the PaymentIntent's. Our reference is the session's {@code client_reference_id}, and
 * {@code metadata.reference} of both, which Stripe copies to the charge.
 */
final class StripeEvent {
  private final String type;
  private final Json object;
  private final Instant created;

  private StripeEvent(String type, Json object, Instant created) {
    this.type = type;
    this.object = object;
    this.created = created;
  }

  static Reading read(Json body, Instant now) {
    String type = body.text("type");
    Json object = body.get("data").get("object");
    if (type == null || !object.isObject()) {
      return Reading.Rejected.notUnderstood();
    }
    Instant created = Moments.seconds(body.written("created"), now);
    return new StripeEvent(type, object, created).reading();
  }

  private Reading reading() {
    return switch (type) {
      case "checkout.session.completed",
          "checkout.session.async_payment_succeeded",
          "checkout.session.async_payment_failed",
          "checkout.session.expired" ->
          session();
      case "payment_intent.succeeded",
          "payment_intent.processing",
          "payment_intent.amount_capturable_updated",
          "payment_intent.payment_failed",
          "payment_intent.canceled" ->
          intent();
      case "charge.refunded" -> refund();
      case "charge.dispute.created",
          "charge.dispute.updated",
          "charge.dispute.closed",
          "charge.dispute.funds_withdrawn",
          "charge.dispute.funds_reinstated" ->
          dispute();
      case "refund.failed" -> new Reading.Heard(type, Anomaly.Kind.REFUND_FAILED);
      default -> new Reading.Heard(type);
    };
  }

  private Reading session() {
    String state = state("payment_status");
    return payment(
        object.amount("amount_total"),
        object.text("payment_intent"),
        state,
        said -> {
          if (state.equals("paid")) {
            return new Confirmation.Paid(said);
          }
          return switch (type) {
            case "checkout.session.expired" -> new Confirmation.Expired(said);
            case "checkout.session.async_payment_failed" -> new Confirmation.Failed(said);
            default -> new Confirmation.Undecided(said, false);
          };
        });
  }

  private Reading intent() {
    String state = state("status");
    boolean succeeded = state.equals("succeeded");
    return payment(
        object.amount(succeeded ? "amount_received" : "amount"),
        object.text("id"),
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
    String error = object.get("last_payment_error").text("code");
    return error == null ? object.text("cancellation_reason") : error;
  }

  /** {@code amount_refunded} is all that went back so far. */
  private Reading refund() {
    long refunded = object.amount("amount_refunded");
    if (refunded < 1 || refunded > object.amount("amount")) {
      return Reading.Rejected.notUnderstood();
    }
    return payment(
        object.amount("amount"),
        object.text("payment_intent"),
        type,
        said -> new Confirmation.Refunded(said, refunded));
  }

  /** A dispute has metadata of its own: only who put our reference there marks the payment. */
  private Reading dispute() {
    return reference()
        .<Reading>map(
            ours ->
                new Reading.Proven(
                    new Confirmation.Disputed(
                        said(ours, Said.NO_AMOUNT, object.text("payment_intent"), type))))
        .orElseGet(() -> new Reading.Heard(type, Anomaly.Kind.DISPUTED));
  }

  private Reading payment(
      long amount,
      @Nullable String transaction,
      String code,
      Function<Said, Confirmation> confirmation) {
    if (amount == Said.NO_AMOUNT || object.text("currency") == null) {
      return Reading.Rejected.notUnderstood();
    }
    return reference()
        .<Reading>map(
            ours -> new Reading.Proven(confirmation.apply(said(ours, amount, transaction, code))))
        .orElseGet(Reading.Rejected::unknownReference);
  }

  /** {@code ma_ho_so} is what systems write that open sessions by themselves. */
  private Optional<PaymentReference> reference() {
    Json metadata = object.get("metadata");
    return Stream.of(
            Optional.ofNullable(object.text("client_reference_id")),
            Optional.ofNullable(metadata.text("reference")),
            Optional.ofNullable(metadata.text("ma_ho_so")))
        .flatMap(Optional::stream)
        .findFirst()
        .flatMap(PaymentReference::of);
  }

  private Said said(
      PaymentReference reference, long amount, @Nullable String transaction, String code) {
    String currency = Objects.requireNonNullElse(object.text("currency"), "");
    return new Said(
        reference, amount, currency.toUpperCase(Locale.ROOT), transaction, created, null, code);
  }

  private String state(String name) {
    return Objects.requireNonNullElse(object.text(name), "");
  }
}
