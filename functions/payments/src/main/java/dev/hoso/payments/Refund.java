package dev.hoso.payments;

import dev.hoso.core.Crockford;
import dev.hoso.core.Sha256;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Money that goes back to who paid (hoàn tiền): all of a payment, or a part.
 *
 * @param id ours, the same at the gateway
 * @param amount what goes back, in the payment's currency's smallest unit
 * @param upTo all that has gone back of the payment once this has
 * @param reason why, in the officer's words
 * @param requestedBy who asked for it
 * @param attempts how often the gateway was asked for it, or may have been
 * @param gatewayRefundId the gateway's own name for it, or the bank's where it was paid back by
 *     hand
 * @param failure the gateway's code of why not
 */
public record Refund(
    String id,
    long amount,
    long upTo,
    String reason,
    String requestedBy,
    Instant requestedAt,
    Status status,
    long attempts,
    @Nullable String gatewayRefundId,
    @Nullable String failure,
    @Nullable Instant endedAt) {

  /** Of 16 characters: every gateway's names for refunds have room for these. */
  private static final int ID_BYTES = 10;

  private static final String PREFIX = "HT";

  /** How far it is. */
  public enum Status {
    /** Asked for here; the gateway has not said yes. */
    REQUESTED("requested"),
    /** The gateway has taken it on. */
    SENT("sent"),
    /** The money went back. */
    SUCCEEDED("succeeded"),
    /** The gateway will not do it, or never said what became of it. */
    FAILED("failed");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    /** The word in JSON and in the table. */
    public String code() {
      return code;
    }

    static Status of(String code) {
      return Arrays.stream(values())
          .filter(status -> status.code.equals(code))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("No refund status: " + code));
    }
  }

  /** A new name for a refund. */
  public static String newId() {
    return PREFIX + Crockford.random(ID_BYTES);
  }

  /** The name that the same caller's key always gives for the same payment. */
  public static String idFor(PaymentRequest payment, String idempotencyKey) {
    byte[] digest = Sha256.of(payment.gateway(), payment.reference().value(), idempotencyKey);
    return PREFIX + Crockford.text(Arrays.copyOf(digest, ID_BYTES));
  }

  /** One that is asked for now. */
  public static Refund requested(
      String id, long amount, long upTo, String reason, String requestedBy, Instant now) {
    return new Refund(
        id, amount, upTo, reason, requestedBy, now, Status.REQUESTED, 0, null, null, null);
  }

  static Refund of(Item item) {
    return new Refund(
        item.text("id"),
        item.number("amount"),
        item.number("upTo"),
        item.text("reason"),
        item.text("requestedBy"),
        item.time("requestedAt"),
        Status.of(item.text("status")),
        item.number("attempts"),
        item.textOrNull("gatewayRefundId"),
        item.textOrNull("failure"),
        item.timeOrNull("endedAt"));
  }

  /** As it stands in its payment. */
  Item item() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", id);
    values.put("amount", amount);
    values.put("upTo", upTo);
    values.put("reason", reason);
    values.put("requestedBy", requestedBy);
    values.put("requestedAt", requestedAt);
    values.put("status", status.code());
    values.put("attempts", attempts);
    values.put("gatewayRefundId", gatewayRefundId);
    values.put("failure", failure);
    values.put("endedAt", endedAt);
    return Item.of(values);
  }

  /** Whether it has come to its end. */
  public boolean ended() {
    return status == Status.SUCCEEDED || status == Status.FAILED;
  }

  Refund askedAgain() {
    return with(status, attempts + 1, gatewayRefundId, null, null);
  }

  Refund sent(String gatewayRefundId) {
    return with(Status.SENT, attempts, gatewayRefundId, null, null);
  }

  Refund succeeded(@Nullable String gatewayRefundId, Instant at) {
    return with(Status.SUCCEEDED, attempts, gatewayRefundId, null, at);
  }

  Refund failed(String code, Instant at) {
    return with(Status.FAILED, attempts, gatewayRefundId, code, at);
  }

  private Refund with(
      Status status,
      long attempts,
      @Nullable String gatewayRefundId,
      @Nullable String failure,
      @Nullable Instant endedAt) {
    return new Refund(
        id,
        amount,
        upTo,
        reason,
        requestedBy,
        requestedAt,
        status,
        attempts,
        gatewayRefundId,
        failure,
        endedAt);
  }
}
