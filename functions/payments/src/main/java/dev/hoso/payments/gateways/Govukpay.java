package dev.hoso.payments.gateways;

import dev.hoso.core.ConstantTime;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * GOV.UK Pay, for embassies' fees: its webhooks (https://docs.payments.service.gov.uk/webhooks/).
 * Pounds only, in pence.
 *
 * <p>2xx within 3 seconds ends it; else it calls again after 1 and 5 minutes, an hour, a day and
 * two, in no particular order (alphagov/pay-webhooks, SendAttempter).
 */
final class Govukpay extends JsonGateway {
  static final String CODE = "govukpay";

  private final GatewaySettings settings;

  Govukpay(GatewaySettings settings) {
    this.settings = settings;
  }

  @Override
  public String code() {
    return CODE;
  }

  /** Over the body as it was received. No time is signed: what is repeated changes nothing. */
  @Override
  Reading.@Nullable Rejected refusal(HttpRequest request, Instant now) {
    byte[] body = bytes(request);
    String signature = request.header("pay-signature");
    boolean signed =
        signature != null
            && settings.all(CODE, "SIGNING_SECRET").stream()
                .anyMatch(secret -> ConstantTime.same(Hmac.SHA256.hex(secret, body), signature));
    return signed ? null : Reading.Rejected.unproven();
  }

  @Override
  Reading told(Json body, Instant now) {
    String event = body.text("event_type");
    Json payment = body.get("resource");
    if (event == null || !payment.isObject()) {
      return Reading.Rejected.notUnderstood();
    }
    return switch (event) {
      case "card_payment_succeeded",
          "card_payment_captured",
          "card_payment_settled",
          "card_payment_failed",
          "card_payment_expired",
          "card_payment_refunded" ->
          ofPayment(event, payment, Moments.iso(body.text("created_date"), now));
      default -> new Reading.Heard(event);
    };
  }

  private static Reading ofPayment(String event, Json payment, Instant at) {
    long amount = payment.amount("amount");
    long refunded = payment.get("refund_summary").amount("amount_submitted");
    boolean ofRefund = event.equals("card_payment_refunded");
    if (amount == Said.NO_AMOUNT || (ofRefund && (refunded < 1 || refunded > amount))) {
      return Reading.Rejected.notUnderstood();
    }
    return PaymentReference.of(payment.text("reference"))
        .map(ours -> said(event, payment, ours, at))
        .<Reading>map(
            said ->
                new Reading.Proven(
                    ofRefund
                        ? new Confirmation.Refunded(said, refunded)
                        : confirmation(event, payment, said)))
        .orElseGet(Reading.Rejected::unknownReference);
  }

  /**
   * Paid is captured: succeeded means that the card's bank agreed. Settled comes days later and
   * says so again; it is in the documents, not in the public source. Expired and cancelled are
   * states of a failed attempt there, with a code.
   */
  private static Confirmation confirmation(String event, Json payment, Said said) {
    boolean success = "success".equals(payment.get("state").text("status"));
    return switch (event) {
      case "card_payment_captured", "card_payment_settled" ->
          success ? new Confirmation.Paid(said) : new Confirmation.Undecided(said, false);
      case "card_payment_succeeded" -> new Confirmation.Undecided(said, false);
      default -> new Confirmation.Failed(said);
    };
  }

  private static Said said(String event, Json payment, PaymentReference reference, Instant at) {
    return new Said(
        reference,
        payment.amount("amount"),
        "GBP",
        payment.text("payment_id"),
        at,
        null,
        Objects.requireNonNullElse(payment.get("state").text("code"), event));
  }

  @Override
  Verdict unreadable() {
    return Verdict.NOT_UNDERSTOOD;
  }

  @Override
  List<String> evidence() {
    return List.of(
        "webhook_message_id",
        "event_type",
        "created_date",
        "resource.reference",
        "resource.payment_id",
        "resource.amount",
        "resource.state.status",
        "resource.state.code",
        "resource.refund_summary.amount_submitted");
  }

  @Override
  public HttpAnswer reply(Verdict verdict) {
    return HttpAnswer.empty(Statuses.of(verdict, 401));
  }
}
