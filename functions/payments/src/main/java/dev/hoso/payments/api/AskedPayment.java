package dev.hoso.payments.api;

import dev.hoso.core.Time;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A payment, as its asker sees it.
 *
 * @param payUrl where the citizen pays
 * @param qr what the QR code of a bank transfer says (VietQR); null where it is none
 * @param transfer the parts of a bank transfer, for who cannot scan; null where it is none
 * @param receiptUrl the citizen's receipt, from the first moment on
 */
@Serdeable
@Schema(description = "A payment that a fee was asked with")
public record AskedPayment(
    String reference,
    String gateway,
    String dossier,
    long amount,
    String currency,
    String description,
    String status,
    String createdAt,
    String expiresAt,
    String payUrl,
    @Nullable String qr,
    @Nullable Transfer transfer,
    String receiptUrl) {

  static AskedPayment of(Payment payment, String receiptUrl) {
    PaymentRequest request = payment.request();
    return new AskedPayment(
        request.reference().value(),
        request.gateway(),
        request.dossier().value(),
        request.amount(),
        request.currency(),
        request.description(),
        payment.status().code(),
        Time.text(request.createdAt()),
        Time.text(request.expiresAt()),
        payment.payUrl(),
        payment.qr(),
        Transfer.of(payment),
        receiptUrl);
  }
}
