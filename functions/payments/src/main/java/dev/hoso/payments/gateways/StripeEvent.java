package dev.hoso.payments.gateways;

import dev.hoso.payments.Anomaly;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import java.time.Instant;

/**
 * What Stripe's events say (https://docs.stripe.com/api/events/types). Their names are not
 * believed: the state of the {@link StripeObject object} decides.
 */
record StripeEvent(String type, StripeObject object) {

  static Reading read(Json body, Instant now) {
    String type = body.text("type");
    Json object = body.get("data").get("object");
    if (type == null || !object.isObject()) {
      return Reading.Rejected.notUnderstood();
    }
    Instant created = Moments.seconds(body.written("created"), now);
    return new StripeEvent(type, new StripeObject(object, created)).reading();
  }

  private Reading reading() {
    return switch (type) {
      case "checkout.session.completed",
          "checkout.session.async_payment_succeeded",
          "checkout.session.async_payment_failed",
          "checkout.session.expired" ->
          object.session(this::unpaid);
      case "payment_intent.succeeded",
          "payment_intent.processing",
          "payment_intent.amount_capturable_updated",
          "payment_intent.payment_failed",
          "payment_intent.canceled" ->
          object.intent();
      case "charge.refunded" -> object.refundedCharge();
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

  private Confirmation unpaid(Said said) {
    return switch (type) {
      case "checkout.session.expired" -> new Confirmation.Expired(said);
      case "checkout.session.async_payment_failed" -> new Confirmation.Failed(said);
      default -> new Confirmation.Undecided(said, false);
    };
  }

  /** A dispute has metadata of its own: only who put our reference there marks the payment. */
  private Reading dispute() {
    return object
        .reference()
        .<Reading>map(
            ours ->
                new Reading.Proven(
                    new Confirmation.Disputed(
                        object.said(ours, Said.NO_AMOUNT, object.intentId(), type))))
        .orElseGet(() -> new Reading.Heard(type, Anomaly.Kind.DISPUTED));
  }
}
