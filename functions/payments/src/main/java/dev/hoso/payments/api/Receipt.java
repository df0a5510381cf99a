package dev.hoso.payments.api;

import dev.hoso.core.Time;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A receipt for programs: what its page shows. */
@Serdeable
@Schema(description = "A citizen's receipt, also while it is not paid yet")
public record Receipt(
    String reference,
    String gateway,
    String dossier,
    String procedure,
    String unit,
    long amount,
    String currency,
    String status,
    String createdAt,
    String expiresAt,
    @Nullable String paidAt,
    @Nullable String gatewayTransactionId,
    boolean late) {

  static Receipt of(Payment payment) {
    PaymentRequest request = payment.request();
    Instant paidAt = payment.paidAt();
    return new Receipt(
        request.reference().value(),
        request.gateway(),
        request.dossier().value(),
        request.procedure(),
        request.unit(),
        request.amount(),
        request.currency(),
        payment.status().code(),
        Time.text(request.createdAt()),
        Time.text(request.expiresAt()),
        Time.textOrNull(paidAt),
        payment.gatewayTransactionId(),
        payment.late());
  }
}
