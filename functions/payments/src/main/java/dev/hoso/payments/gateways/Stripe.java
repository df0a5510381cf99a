package dev.hoso.payments.gateways;

import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stripe: its webhooks (https://docs.stripe.com/webhooks). What its events say is in {@link
 * StripeEvent}.
 *
 * <p>Any 2xx ends it; else it calls again for up to three days, in no particular order.
 */
final class Stripe extends JsonGateway {
  static final String CODE = "stripe";

  /** Eight digits, in any currency (https://docs.stripe.com/api/payment_intents/object). */
  private static final long MOST = 99_999_999;

  private final GatewaySettings settings;

  Stripe(GatewaySettings settings) {
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

  @Override
  Reading.@Nullable Rejected refusal(HttpRequest request, Instant now) {
    byte[] body = bytes(request);
    String header = request.header("stripe-signature");
    StripeSignature signature = header == null ? null : StripeSignature.read(header);
    if (signature == null) {
      return Reading.Rejected.unproven();
    }
    boolean signed =
        settings.all(CODE, "ENDPOINT_SECRET").stream()
            .anyMatch(secret -> signature.matches(secret, body));
    if (!signed) {
      return Reading.Rejected.unproven();
    }
    return Moments.fresh(signature.second(), now) ? null : Reading.Rejected.stale();
  }

  @Override
  Reading told(Json body, Instant now) {
    return StripeEvent.read(body, now);
  }

  @Override
  Verdict unreadable() {
    return Verdict.NOT_UNDERSTOOD;
  }

  @Override
  List<String> evidence() {
    return List.of(
        "id",
        "type",
        "created",
        "data.object.id",
        "data.object.client_reference_id",
        "data.object.metadata.reference",
        "data.object.payment_intent",
        "data.object.charge",
        "data.object.amount",
        "data.object.amount_total",
        "data.object.amount_received",
        "data.object.amount_refunded",
        "data.object.currency",
        "data.object.status",
        "data.object.payment_status",
        "data.object.reason");
  }

  @Override
  public HttpAnswer reply(Verdict verdict) {
    return HttpAnswer.empty(Statuses.of(verdict, 400));
  }
}
