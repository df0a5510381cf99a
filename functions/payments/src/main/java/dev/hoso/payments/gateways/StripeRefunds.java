package dev.hoso.payments.gateways;

import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.Refund;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Stripe's refunds (https://docs.stripe.com/api/refunds). */
final class StripeRefunds implements Refunding {
  private static final String REFUNDS = "/v1/refunds";

  /** Under this name a refund there carries ours. */
  private static final String OURS = "refund";

  /** The most that a list has, and more than a payment has refunds. */
  private static final int MOST = 100;

  private final StripeApi api;
  private final StripeCounter sessions;

  StripeRefunds(StripeApi api, StripeCounter sessions) {
    this.api = api;
    this.sessions = sessions;
  }

  /** Stripe may forget a key after a day, so a later repeat looks first. */
  @Override
  public Progress send(Payment payment, Refund refund, Instant now) {
    String intent = intent(payment);
    Optional<Json> known =
        refund.attempts() > 1 ? find(payment.request(), intent, refund) : Optional.empty();
    if (known.isPresent()) {
      return progress(known.get(), refund, now);
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("payment_intent", intent);
    fields.put("amount", Long.toString(refund.amount()));
    fields.put("metadata[" + OURS + "]", refund.id());
    Calls.Answer answer = api.post(payment.request(), REFUNDS, refund.id(), fields);
    return answer.ok() ? progress(answer.body(), refund, now) : refused(answer);
  }

  /**
   * 401, 403 and 409 are about our key, or about a call that is not over: no word on the refund.
   */
  private static Progress refused(Calls.Answer answer) {
    GatewayTrouble trouble = StripeApi.refused(answer);
    boolean decided =
        List.of(400, 402, 404).contains(answer.status())
            && trouble.kind() != GatewayTrouble.Kind.TAKEN;
    if (decided) {
      return new Refused(StripeApi.code(answer));
    }
    throw trouble;
  }

  @Override
  public Progress look(Payment payment, Refund refund, Instant now) {
    String id = Question.encoded(Objects.requireNonNull(refund.gatewayRefundId()));
    return progress(api.get(payment.request(), REFUNDS + "/" + id), refund, now);
  }

  private Optional<Json> find(PaymentRequest request, String intent, Refund refund) {
    String query = "?payment_intent=" + Question.encoded(intent) + "&limit=" + MOST;
    return api.get(request, REFUNDS + query).get("data") instanceof Json.Elements list
        ? list.elements().stream()
            .filter(it -> refund.id().equals(it.get("metadata").text(OURS)))
            .findFirst()
        : Optional.empty();
  }

  private static Progress progress(Json told, Refund refund, Instant now) {
    String id = told.text("id");
    if (id == null || told.amount("amount") != refund.amount()) {
      throw new GatewayTrouble(Stripe.CODE, GatewayTrouble.Kind.UNPROVEN, "another refund");
    }
    return switch (String.valueOf(told.text("status"))) {
      case "succeeded" -> new Done(id, Moments.seconds(told.written("created"), now));
      case "failed", "canceled" ->
          new Refused(Objects.requireNonNullElse(told.text("failure_reason"), "canceled"));
      default -> new Waiting(id);
    };
  }

  /** The payment's transaction, where we heard it from Stripe; else its session knows it. */
  private String intent(Payment payment) {
    String transaction = payment.gatewayTransactionId();
    if (transaction != null && transaction.startsWith("pi_")) {
      return transaction;
    }
    String known =
        payment.gatewayIds().containsKey(StripeCounter.SESSION)
            ? new StripeObject(sessions.session(payment), Instant.EPOCH).intentId()
            : transaction;
    if (known == null) {
      throw new GatewayTrouble(Stripe.CODE, GatewayTrouble.Kind.NOT_UNDERSTOOD, "no PaymentIntent");
    }
    return known;
  }
}
