package dev.hoso.payments.gateways;

import dev.hoso.core.Language;
import dev.hoso.payments.PaymentReference;
import java.time.Instant;

/**
 * What a gateway's page for paying needs to know.
 *
 * @param amount whole đồng
 * @param ipAddress where the request for it came from
 * @param returnUrl where the citizen comes back to; what is told there changes nothing
 */
public record PayPage(
    PaymentReference reference,
    long amount,
    String description,
    Instant createdAt,
    Instant expiresAt,
    Language language,
    String ipAddress,
    String returnUrl) {}
