package dev.hoso.payments.api;

import dev.hoso.core.Time;
import dev.hoso.payments.Refund;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A refund, as its asker sees it. */
@Serdeable
@Schema(name = "Refund")
record ShownRefund(
    String id,
    long amount,
    String currency,
    @Schema(
            type = "string",
            description =
                "requested: kept, and the gateway has not said yes yet; sent: the gateway has taken"
                    + " it on; succeeded: the money went back; failed: the gateway will not do it",
            allowableValues = {"requested", "sent", "succeeded", "failed"})
        String status,
    String reason,
    String requestedBy,
    String requestedAt,
    @Nullable @Schema(description = "The gateway's own name for it, or the bank's")
        String gatewayRefundId,
    @Nullable @Schema(description = "The gateway's code of why it failed") String failure,
    @Nullable String endedAt) {

  static ShownRefund of(Refund refund, String currency) {
    return new ShownRefund(
        refund.id(),
        refund.amount(),
        currency,
        refund.status().code(),
        refund.reason(),
        refund.requestedBy(),
        Time.text(refund.requestedAt()),
        refund.gatewayRefundId(),
        refund.failure(),
        Time.textOrNull(refund.endedAt()));
  }
}
