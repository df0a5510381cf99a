package dev.hoso.payments.gateways;

import dev.hoso.payments.Payment;
import dev.hoso.payments.Refund;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GOV.UK Pay's refunds (https://docs.payments.service.gov.uk/refunding_payments/). They have no
 * names of ours and no idempotency key; instead who asks says how much is left to go back. Once a
 * refund is taken on less is left, and so the same question, repeated, is refused.
 */
final class GovukpayRefunds implements Refunding {
  private static final String REFUNDS = "/refunds";
  private static final int MISMATCH = 412;

  /** Something else went back than we know of: a person must look before more does. */
  private static final String MISMATCH_CODE = "P0604";

  private final GovukpayApi api;

  GovukpayRefunds(GovukpayApi api) {
    this.api = api;
  }

  /** The payment shows at once what went back; the list of refunds, which one it was, later. */
  @Override
  public Progress send(Payment payment, Refund refund, Instant now) {
    boolean again = refund.attempts() > 1;
    Optional<Json> known = again ? find(payment, refund) : Optional.empty();
    if (known.isPresent()) {
      return progress(known.get(), refund, now);
    }
    GovukpayPayment there = api.payment(payment.request(), api.id(payment));
    if (there.refunded() == refund.upTo() - refund.amount()) {
      return ask(payment, refund, there, now);
    }
    return again && there.refunded() == refund.upTo()
        ? new Waiting(refund.id())
        : new Refused(MISMATCH_CODE);
  }

  private Progress ask(Payment payment, Refund refund, GovukpayPayment there, Instant now) {
    long left = there.json().get("refund_summary").amount("amount_available");
    Calls.Answer answer =
        api.post(
            payment.request(),
            path(payment),
            Map.of(),
            Map.of("amount", refund.amount(), "refund_amount_available", left));
    if (answer.ok()) {
      return progress(answer.body(), refund, now);
    }
    if (List.of(400, 404, 422).contains(answer.status())) {
      return new Refused(GovukpayApi.code(answer));
    }
    // Less was left, perhaps by this very question, whose first answer did not reach us.
    return Optional.of(answer)
        .filter(it -> it.status() == MISMATCH)
        .flatMap(it -> find(payment, refund))
        .map(it -> progress(it, refund, now))
        .orElseThrow(() -> GovukpayApi.refused(answer));
  }

  @Override
  public Progress look(Payment payment, Refund refund, Instant now) {
    String id = refund.gatewayRefundId();
    return Optional.ofNullable(id)
        .filter(it -> !it.equals(refund.id()))
        .map(it -> api.get(payment.request(), path(payment) + "/" + Question.encoded(it)))
        .or(() -> find(payment, refund))
        .map(it -> progress(it, refund, now))
        .orElseGet(() -> new Waiting(refund.id()));
  }

  /** One of that amount, made since it was asked for, that is none of the payment's others. */
  private Optional<Json> find(Payment payment, Refund refund) {
    List<String> others =
        payment.refunds().stream().map(it -> String.valueOf(it.gatewayRefundId())).toList();
    Instant since = refund.requestedAt().minus(Moments.TOLERANCE);
    Json list = api.get(payment.request(), path(payment)).get("_embedded").get("refunds");
    return list instanceof Json.Elements refunds
        ? refunds.elements().stream()
            .filter(it -> it.amount("amount") == refund.amount())
            .filter(it -> !others.contains(it.text("refund_id")))
            .filter(it -> !Moments.iso(it.text("created_date"), Instant.EPOCH).isBefore(since))
            .findFirst()
        : Optional.empty();
  }

  private static Progress progress(Json told, Refund refund, Instant now) {
    String id = told.text("refund_id");
    if (id == null || told.amount("amount") != refund.amount()) {
      throw new GatewayTrouble(Govukpay.CODE, GatewayTrouble.Kind.UNPROVEN, "another refund");
    }
    return switch (String.valueOf(told.text("status"))) {
      case "success" -> new Done(id, Moments.iso(told.text("created_date"), now));
      case "error" -> new Refused("error");
      default -> new Waiting(id);
    };
  }

  private String path(Payment payment) {
    return GovukpayApi.path(api.id(payment)) + REFUNDS;
  }
}
