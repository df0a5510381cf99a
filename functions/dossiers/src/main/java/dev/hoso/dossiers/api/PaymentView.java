package dev.hoso.dossiers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.dynamo.Item;
import dev.hoso.dossiers.Payment;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A payment of the dossier.
 *
 * @param amount whole đồng
 * @param receipt names the receipt, see /receipts
 * @param failure why it failed
 * @param undecided the gateway's code while it holds the money back
 * @param refundedAmount all that went back so far
 * @param late the money came after the request had ended or expired; it is paid all the same
 * @param refundDue the money must go back: the fee was paid already or is no longer asked
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DossierPayment")
record PaymentView(
    String reference,
    String gateway,
    long amount,
    String currency,
    @Schema(
            type = "string",
            allowableValues = {
              "pending",
              "paid",
              "failed",
              "expired",
              "cancelled",
              "refunded",
              "partiallyRefunded"
            })
        String status,
    @Nullable String description,
    @Nullable String receipt,
    @Schema(format = "date-time") String createdAt,
    @Nullable @Schema(format = "date-time") String expiresAt,
    @Nullable @Schema(format = "date-time") String paidAt,
    @Nullable String gatewayTransactionId,
    @Nullable String failure,
    @Nullable String undecided,
    @Nullable Long refundedAmount,
    boolean late,
    boolean refundDue) {

  static PaymentView of(Payment payment) {
    Item facts = payment.facts();
    return new PaymentView(
        facts.text("reference"),
        facts.text("gateway"),
        facts.number("amount"),
        facts.text("currency"),
        payment.status(),
        facts.textOrNull("description"),
        facts.textOrNull("receipt"),
        facts.text("createdAt"),
        facts.textOrNull("expiresAt"),
        facts.textOrNull("paidAt"),
        facts.textOrNull("gatewayTransactionId"),
        facts.textOrNull("failure"),
        facts.textOrNull("undecided"),
        facts.has("refundedAmount") ? facts.number("refundedAmount") : null,
        facts.flag("late"),
        payment.refundDue());
  }
}
