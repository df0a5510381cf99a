package dev.hoso.payments.gateways;

import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.Payment;
import dev.hoso.payments.Refund;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What became of a payment at VNPAY ({@code querydr}), and its refund. */
final class VnpayQueries implements Inquiry, Refunding {
  private static final String ASKED_BEFORE = "94";

  /** Says that our secret is wrong, and nothing of the refund. */
  private static final String CHECKSUM = "97";

  private static final String UNKNOWN = "99";
  private static final String PAYMENT = "01";
  private static final String OPEN = "01";
  private static final String FAILED = "02";

  /** Sent on to the payer's bank is the last that VNPAY tells of a refund. */
  private static final Set<String> REFUNDED = Set.of("00", "06");

  private static final String REFUSED = "09";

  private final VnpayApi api;

  VnpayQueries(GatewaySettings settings, Calls calls) {
    this.api = new VnpayApi(settings, calls);
  }

  @Override
  public List<Confirmation> look(Payment payment, Instant now) {
    Json answer = api.query(payment.request(), now);
    if (VnpayApi.NOT_FOUND.equals(VnpayApi.code(answer))) {
      return List.of();
    }
    Said said =
        new Said(
            payment.request().reference(),
            Vnpay.amount(answer.written("vnp_Amount")),
            "VND",
            answer.written("vnp_TransactionNo"),
            Vnpay.time(answer.written("vnp_PayDate"), now),
            answer.written("vnp_BankCode"),
            VnpayApi.status(answer));
    return confirmation(said, PAYMENT.equals(VnpayApi.type(answer)));
  }

  /**
   * Of what VNPAY knows several transactions, a payment and its refunds, it shows the last; then
   * somebody must look there.
   */
  private static List<Confirmation> confirmation(Said said, boolean ofPayment) {
    if (!ofPayment) {
      return List.of(new Confirmation.Undecided(said, true));
    }
    return switch (said.code()) {
      case VnpayApi.DONE -> List.of(new Confirmation.Paid(said));
      case OPEN -> List.of();
      case FAILED -> List.of(new Confirmation.Failed(said));
      default -> List.of(new Confirmation.Undecided(said, true));
    };
  }

  /** Asked before, VNPAY is asked what it knows first: it has no idempotency of its own. */
  @Override
  public Progress send(Payment payment, Refund refund, Instant now) {
    if (refund.attempts() > 1) {
      Json known = api.query(payment.request(), now);
      if (isThat(refund, payment, known)) {
        return progress(known);
      }
    }
    Json answer = api.refund(payment, refund, now);
    return switch (VnpayApi.code(answer)) {
      case VnpayApi.DONE -> progress(answer);
      case ASKED_BEFORE -> new Waiting(refund.id());
      case CHECKSUM, UNKNOWN ->
          throw new GatewayTrouble(Vnpay.CODE, GatewayTrouble.Kind.REFUSED, VnpayApi.code(answer));
      default -> new Refused(VnpayApi.code(answer));
    };
  }

  @Override
  public Progress look(Payment payment, Refund refund, Instant now) {
    Json known = api.query(payment.request(), now);
    return isThat(refund, payment, known) ? progress(known) : new Waiting(refund.id());
  }

  private static boolean isThat(Refund refund, Payment payment, Json answer) {
    String transaction = answer.written("vnp_TransactionNo");
    return Set.of(VnpayApi.WHOLE_REFUND, VnpayApi.PART_REFUND).contains(VnpayApi.type(answer))
        && Vnpay.amount(answer.written("vnp_Amount")) == refund.amount()
        && payment.refunds().stream()
            .noneMatch(
                other ->
                    !other.id().equals(refund.id())
                        && String.valueOf(transaction).equals(other.gatewayRefundId()));
  }

  private static Progress progress(Json answer) {
    String transaction = String.valueOf(answer.written("vnp_TransactionNo"));
    String status = VnpayApi.status(answer);
    if (REFUNDED.contains(status)) {
      return new Done(transaction, Vnpay.time(answer.written("vnp_PayDate"), Instant.EPOCH));
    }
    return status.equals(REFUSED) ? new Refused(status) : new Waiting(transaction);
  }
}
