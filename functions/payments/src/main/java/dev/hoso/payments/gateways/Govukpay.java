package dev.hoso.payments.gateways;

import dev.hoso.core.ConstantTime;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * GOV.UK Pay, for embassies' fees: its webhooks (https://docs.payments.service.gov.uk/webhooks/).
 * Pounds only, in pence. What a payment in them says is in {@link GovukpayPayment}.
 *
 * <p>2xx within 3 seconds ends it; else it calls again after 1 and 5 minutes, an hour, a day and
 * two, in no particular order (alphagov/pay-webhooks, SendAttempter).
 */
final class Govukpay extends JsonGateway {
  static final String CODE = "govukpay";

  /** £100,000; where Worldpay stands behind it, £5,000 (alphagov/pay-publicapi, OpenAPI). */
  private static final long MOST = 10_000_000;

  private final GatewaySettings settings;

  Govukpay(GatewaySettings settings) {
    this.settings = settings;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public long most() {
    return MOST;
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
      case GovukpayPayment.SUCCEEDED,
          GovukpayPayment.CAPTURED,
          "card_payment_settled",
          GovukpayPayment.FAILED,
          "card_payment_expired",
          GovukpayPayment.REFUNDED ->
          new GovukpayPayment(payment).told(event, Moments.iso(body.text("created_date"), now));
      default -> new Reading.Heard(event);
    };
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
