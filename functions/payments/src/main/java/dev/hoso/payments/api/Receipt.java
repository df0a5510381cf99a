package dev.hoso.payments.api;

import dev.hoso.core.Time;
import dev.hoso.core.catalogue.PaymentGateway;
import dev.hoso.core.web.OfferedGateway;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt for programs: what its page shows.
 *
 * @param qr what the QR code of a bank transfer says (VietQR), while it can be paid
 * @param transfer the parts of a bank transfer, while it can be paid
 * @param gateways where the same fee can be paid instead, see POST
 *     /receipts/{receipt}/gateways/{gateway}
 * @param supersededBy the address of the receipt that took this one's place
 */
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
    boolean late,
    long refundedAmount,
    @Nullable String qr,
    @Nullable Transfer transfer,
    List<OfferedGateway> gateways,
    @Nullable String supersededBy) {

  static Receipt of(
      Payment payment, List<PaymentGateway> ways, @Nullable String supersededBy, Instant now) {
    boolean payable = payment.payable(now);
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
        payment.late(),
        payment.refundedAmount(),
        payable ? payment.qr() : null,
        payable ? Transfer.of(payment) : null,
        ways.stream().map(OfferedGateway::of).toList(),
        supersededBy);
  }
}
