package dev.hoso.payments;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Money;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a dossier's fee was asked with.
 *
 * @param amount whole đồng
 * @param version goes up by one with every change
 * @param receipt the unguessable part of the receipt's address
 * @param payUrl where the citizen pays
 * @param paidAt when the gateway says it was paid
 * @param failure the gateway's code of a failed attempt
 * @param undecided the gateway's code while the money is neither here nor there
 * @param endedAt when it failed, expired or was cancelled; stays when it is paid after all
 */
public record Payment(
    String gateway,
    PaymentReference reference,
    DossierCode dossier,
    String procedure,
    String unit,
    long amount,
    String description,
    PaymentStatus status,
    long version,
    Instant createdAt,
    Instant expiresAt,
    String receipt,
    String payUrl,
    @Nullable Instant paidAt,
    @Nullable String gatewayTransactionId,
    @Nullable String bank,
    @Nullable String failure,
    @Nullable String undecided,
    @Nullable Instant endedAt) {

  /** What a pending payment is found by in the index {@code due}. */
  static final String OWED = "payment";

  /**
   * How long after its end a payment may still be confirmed before it is called expired. VNPAY
   * calls at most 10 times, 5 minutes apart, and its page may be open for 15 minutes
   * (https://sandbox.vnpayment.vn/apis/docs/thanh-toan-pay/pay.html): an hour covers both, so who
   * paid in time is not told that the time was over.
   */
  static final Duration GRACE = Duration.ofHours(1);

  /** The key of a payment: gateway and reference together name it. */
  static Map<String, String> key(String gateway, PaymentReference reference) {
    return Map.of("id", gateway + "/" + reference);
  }

  /** Reads a payment. */
  static Payment of(Item item) {
    return new Payment(
        item.text("gateway"),
        new PaymentReference(item.text("reference")),
        new DossierCode(item.text("dossier")),
        item.text("procedure"),
        item.text("unit"),
        item.number("amount"),
        item.text("description"),
        PaymentStatus.of(item.text("status")),
        item.number("version"),
        item.time("createdAt"),
        item.time("expiresAt"),
        item.text("receipt"),
        item.text("payUrl"),
        item.timeOrNull("paidAt"),
        item.textOrNull("gatewayTransactionId"),
        item.textOrNull("bank"),
        item.textOrNull("failure"),
        item.textOrNull("undecided"),
        item.timeOrNull("endedAt"));
  }

  /** Whether the money came after the request had ended, by failure or by time. */
  public boolean late() {
    return paidAt != null && (endedAt != null || paidAt.isAfter(expiresAt));
  }

  /** The write that makes a payment that is new. */
  Update creation() {
    return Update.of(key(gateway, reference))
        .set("gateway", gateway)
        .set("reference", reference.value())
        .set("dossier", dossier.value())
        .set("procedure", procedure)
        .set("unit", unit)
        .set("amount", amount)
        .set("currency", Money.CURRENCY)
        .set("description", description)
        .set("status", status.code())
        .set("version", version)
        .set("createdAt", createdAt)
        .set("expiresAt", expiresAt)
        .set("receipt", receipt)
        .set("payUrl", payUrl)
        .set("owed", OWED)
        .set("due", Time.sortable(expiresAt.plus(GRACE)))
        .ifAbsent("id");
  }
}
