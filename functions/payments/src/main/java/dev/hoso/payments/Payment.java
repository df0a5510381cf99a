package dev.hoso.payments;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A payment: what was asked for, and what became of it.
 *
 * @param payUrl where the citizen pays
 * @param qr what the QR code of a bank transfer says
 * @param transfer the parts of a bank transfer, for who cannot scan; empty where it is none
 * @param gatewayIds the gateway's own names for it; empty where it gave none
 * @param version goes up by one with every change
 * @param paidAt when the gateway says it was paid
 * @param bank the gateway's code of the citizen's bank
 * @param failure the gateway's code of a failed attempt
 * @param undecided the gateway's code while the money is neither here nor there
 * @param endedAt when it failed, expired or was cancelled; stays when it is paid after all
 * @param supersededBy the key of the payment that was asked for in its place
 * @param awaitedUntil how long news of it is waited for
 * @param due when it is looked at next; null where nothing is awaited
 * @param confirmedBy how we learnt that it was paid
 * @param refundedAmount all that went back, in the currency's smallest unit
 * @param refunds what was asked to go back and has ended, in the order of asking
 * @param refunding the one that is under way; there is one at a time
 * @param disputedAt when the payer's bank wanted the money back
 */
public record Payment(
    PaymentRequest request,
    String payUrl,
    @Nullable String qr,
    Map<String, String> transfer,
    Map<String, String> gatewayIds,
    PaymentStatus status,
    long version,
    @Nullable Instant paidAt,
    @Nullable String gatewayTransactionId,
    @Nullable String bank,
    @Nullable String failure,
    @Nullable String undecided,
    @Nullable Instant endedAt,
    @Nullable String supersededBy,
    Instant awaitedUntil,
    @Nullable String due,
    @Nullable String confirmedBy,
    long refundedAmount,
    List<Refund> refunds,
    @Nullable Refund refunding,
    @Nullable Instant disputedAt) {

  /** What a pending payment is found by in the index {@code due}. */
  static final String OWED = "payment";

  /** The key of a payment: gateway and reference together name it. */
  public static Map<String, String> key(String gateway, PaymentReference reference) {
    return Map.of("id", gateway + "/" + reference);
  }

  /** Reads a payment. */
  static Payment of(Item item) {
    return new Payment(
        PaymentRequest.of(item),
        item.text("payUrl"),
        item.textOrNull("qr"),
        texts(item.map("transfer")),
        texts(item.map("gatewayIds")),
        PaymentStatus.of(item.text("status")),
        item.number("version"),
        item.timeOrNull("paidAt"),
        item.textOrNull("gatewayTransactionId"),
        item.textOrNull("bank"),
        item.textOrNull("failure"),
        item.textOrNull("undecided"),
        item.timeOrNull("endedAt"),
        item.textOrNull("supersededBy"),
        item.time("awaitedUntil"),
        item.textOrNull("due"),
        item.textOrNull("confirmedBy"),
        item.numberOr("refundedAmount", 0),
        item.list("refunds").stream().map(Refund::of).toList(),
        refunding(item),
        item.timeOrNull("disputedAt"));
  }

  /** The gateway may have told of it by a webhook, which knows a payment's sum alone. */
  private static @Nullable Refund refunding(Item item) {
    Item underWay = item.map("refunding");
    if (underWay.isEmpty()) {
      return null;
    }
    Refund refund = Refund.of(underWay);
    return refund.upTo() <= item.numberOr("refundedAmount", 0)
        ? refund.succeeded(refund.gatewayRefundId(), item.time("refundedAt"))
        : refund;
  }

  /** All that was asked to go back, in the order of asking. */
  public List<Refund> allRefunds() {
    return Stream.concat(refunds.stream(), Stream.ofNullable(refunding)).toList();
  }

  /** What has not gone back of the money that came; 0 where none came. */
  public long refundable() {
    return Confirmation.NO_MONEY.contains(status) ? 0 : request.amount() - refundedAmount;
  }

  /** What it is called in its table. */
  String id() {
    return request.gateway() + "/" + request.reference();
  }

  /** Whether the money came after the request had ended, by failure or by time. */
  public boolean late() {
    return paidAt != null && (endedAt != null || paidAt.isAfter(request.expiresAt()));
  }

  /**
   * Whether the citizen can still pay at {@link #payUrl}, as far as we know. After a failed attempt
   * most gateways take no second one under the same reference: the fee is asked for anew, there or
   * elsewhere.
   */
  public boolean payable(Instant now) {
    return status == PaymentStatus.PENDING
        && undecided == null
        && now.isBefore(request.expiresAt());
  }

  /**
   * Whether its fee may be paid in another way, as far as this payment tells: also where a gateway
   * ended it before its time.
   */
  public boolean replaceable(Instant now) {
    return !holdsMoney()
        && status != PaymentStatus.REFUNDED
        && undecided == null
        && supersededBy == null
        && now.isBefore(request.expiresAt());
  }

  /** Whether the fee is settled by it, as far as it was not given back. */
  public boolean holdsMoney() {
    return status == PaymentStatus.PAID || status == PaymentStatus.PARTIALLY_REFUNDED;
  }

  private static Map<String, String> texts(Item map) {
    Map<String, String> texts = new LinkedHashMap<>();
    map.attributes().keySet().forEach(name -> texts.put(name, map.text(name)));
    return texts;
  }
}
