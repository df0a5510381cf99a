package dev.hoso.notifications;

import dev.hoso.core.Money;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its dossier shows it.
 *
 * @param status {@code pending}, {@code paid}, {@code failed}, {@code expired}, {@code cancelled},
 *     {@code refunded} or {@code partiallyRefunded}
 * @param receipt what the address of the receipt's page ends with
 * @param refunded all that went back so far; null where nothing did
 * @param refundDue whether the money came though it was no longer owed
 */
public record Payment(
    String reference,
    Money amount,
    String status,
    String receipt,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant paidAt,
    @Nullable String gatewayTransactionId,
    @Nullable Money refunded,
    @Nullable Instant refundedAt,
    boolean refundDue) {

  static Payment of(Item item) {
    return new Payment(
        item.text("reference"),
        new Money(item.number("amount"), currency(item)),
        item.text("status"),
        item.text("receipt"),
        item.time("createdAt"),
        item.timeOrNull("expiresAt"),
        item.timeOrNull("paidAt"),
        item.textOrNull("gatewayTransactionId"),
        item.has("refundedAmount")
            ? new Money(item.number("refundedAmount"), currency(item))
            : null,
        item.timeOrNull("refundedAt"),
        item.flag("refundDue"));
  }

  private static String currency(Item item) {
    String named = item.textOrNull("currency");
    return named == null ? Money.CURRENCY : named;
  }
}
