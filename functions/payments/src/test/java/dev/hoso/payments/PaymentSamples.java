package dev.hoso.payments;

import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Payments as they are kept, without a table. */
public final class PaymentSamples {
  private PaymentSamples() {}

  /** One that was just asked for. */
  public static Payment pending(PaymentRequest request, Map<String, String> gatewayIds) {
    return Payment.of(Item.of(values(request, gatewayIds, "pending")));
  }

  /** One that was paid a while later. */
  public static Payment paid(
      PaymentRequest request, Map<String, String> gatewayIds, String transaction) {
    Map<String, Object> values = values(request, gatewayIds, "paid");
    values.put("paidAt", request.createdAt().plusSeconds(600));
    values.put("gatewayTransactionId", transaction);
    return Payment.of(Item.of(values));
  }

  /** The same with a refund that has ended. */
  public static Payment with(
      Refund ended, PaymentRequest request, Map<String, String> gatewayIds, String transaction) {
    Map<String, Object> values = values(request, gatewayIds, "partiallyRefunded");
    values.put("paidAt", request.createdAt().plusSeconds(600));
    values.put("gatewayTransactionId", transaction);
    values.put("refundedAmount", ended.upTo());
    values.put("refunds", List.of(ended.item()));
    return Payment.of(Item.of(values));
  }

  /** A refund that is asked for the n-th time. */
  public static Refund refund(long amount, long upTo, long attempts) {
    return new Refund(
        "HT0123456789ABCDEF",
        amount,
        upTo,
        "Nộp thừa",
        "officer-7",
        Instant.parse("2026-11-23T07:20:00Z"),
        Refund.Status.REQUESTED,
        attempts,
        null,
        null,
        null);
  }

  /** The same once the gateway has taken it on. */
  public static Refund sent(Refund refund, String gatewayRefundId) {
    return refund.sent(gatewayRefundId);
  }

  private static Map<String, Object> values(
      PaymentRequest request, Map<String, String> gatewayIds, String status) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("gateway", request.gateway());
    values.put("reference", request.reference().value());
    values.put("dossier", request.dossier().value());
    values.put("procedure", request.procedure());
    values.put("unit", request.unit());
    values.put("amount", request.amount());
    values.put("currency", request.currency());
    values.put("description", request.description());
    values.put("createdAt", request.createdAt());
    values.put("expiresAt", request.expiresAt());
    values.put("awaitedUntil", request.expiresAt().plusSeconds(3_600));
    values.put("receipt", request.receipt());
    values.put("payUrl", "https://pay.example/" + request.reference());
    values.put("gatewayIds", gatewayIds);
    values.put("status", status);
    values.put("version", 1);
    return values;
  }
}
