package dev.hoso.payments.gateways;

import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.PaymentReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A payment as GOV.UK Pay writes it, in its webhooks and in its answers alike
 * (https://docs.payments.service.gov.uk/api_reference/#payment-status-lifecycle).
 */
record GovukpayPayment(Json json) {
  static final String CAPTURED = "card_payment_captured";
  static final String SUCCEEDED = "card_payment_succeeded";
  static final String FAILED = "card_payment_failed";
  static final String REFUNDED = "card_payment_refunded";

  /**
   * The events that lead to where it stands, whether their webhooks came or not; none while nothing
   * has become of it. It is captured when the payment service provider has taken the money: {@code
   * success} alone says that the payer agreed, and {@code capture_submit_time} that it was asked
   * for.
   */
  List<String> events() {
    List<String> events = new ArrayList<>();
    switch (String.valueOf(json.get("state").text("status"))) {
      case "success" ->
          events.add(
              json.get("settlement_summary").text("captured_date") == null ? SUCCEEDED : CAPTURED);
      case "capturable" -> events.add(SUCCEEDED);
      case "failed", "cancelled", "error" -> events.add(FAILED);
      default -> {
        // Created, started, submitted: the payer is at it.
      }
    }
    if (refunded() > 0) {
      events.add(REFUNDED);
    }
    return events;
  }

  /**
   * What an event says of it.
   *
   * @param at when it happened
   */
  Reading told(String event, Instant at) {
    long amount = json.amount("amount");
    boolean ofRefund = event.equals(REFUNDED);
    if (amount == Said.NO_AMOUNT || (ofRefund && (refunded() < 1 || refunded() > amount))) {
      return Reading.Rejected.notUnderstood();
    }
    return PaymentReference.of(json.text("reference"))
        .map(ours -> said(event, ours, at))
        .<Reading>map(
            said ->
                new Reading.Proven(
                    ofRefund
                        ? new Confirmation.Refunded(said, refunded())
                        : confirmation(event, said)))
        .orElseGet(Reading.Rejected::unknownReference);
  }

  /**
   * Paid is captured: succeeded means that the card's bank agreed. Settled comes days later and
   * says so again; it is in the documents, not in the public source. Expired and cancelled are
   * states of a failed attempt there, with a code.
   */
  private Confirmation confirmation(String event, Said said) {
    boolean success = "success".equals(json.get("state").text("status"));
    return switch (event) {
      case CAPTURED, "card_payment_settled" ->
          success ? new Confirmation.Paid(said) : new Confirmation.Undecided(said, false);
      case SUCCEEDED -> new Confirmation.Undecided(said, false);
      default -> new Confirmation.Failed(said);
    };
  }

  private Said said(String event, PaymentReference reference, Instant at) {
    return new Said(
        reference,
        json.amount("amount"),
        "GBP",
        json.text("payment_id"),
        at,
        null,
        Objects.requireNonNullElse(json.get("state").text("code"), event));
  }

  /** All that went back, or is on its way, in pence. */
  long refunded() {
    return json.get("refund_summary").amount("amount_submitted");
  }
}
