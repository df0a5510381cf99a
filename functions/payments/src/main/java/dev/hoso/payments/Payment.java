package dev.hoso.payments;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
 * @param refundedAmount all that went back, in the currency's smallest unit
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
    long refundedAmount,
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
        item.numberOr("refundedAmount", 0),
        item.timeOrNull("disputedAt"));
  }

  /** Whether the money came after the request had ended, by failure or by time. */
  public boolean late() {
    return paidAt != null && (endedAt != null || paidAt.isAfter(request.expiresAt()));
  }

  /** Whether the citizen can still pay at {@link #payUrl}, as far as we know. */
  public boolean payable(Instant now) {
    return PaymentStatus.OPEN.contains(status)
        && undecided == null
        && now.isBefore(request.expiresAt());
  }

  private static Map<String, String> texts(Item map) {
    Map<String, String> texts = new LinkedHashMap<>();
    map.attributes().keySet().forEach(name -> texts.put(name, map.text(name)));
    return texts;
  }
}
