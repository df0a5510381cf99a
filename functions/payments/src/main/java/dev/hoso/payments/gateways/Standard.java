package dev.hoso.payments.gateways;

import dev.hoso.core.ConstantTime;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.Verdict;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Any other payment system, by Standard Webhooks
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 * That says how a call is proven and repeated, not what is in it. In it is, by us: {@code type}
 * ({@code payment.succeeded}, {@code .failed}, {@code .pending}, {@code .cancelled}, {@code
 * .expired}, {@code .refunded}, {@code .disputed}), {@code timestamp}, and {@code data} with {@code
 * reference}, {@code amount}, {@code currency}, {@code transactionId}, and of a refund {@code
 * refundedAmount}, all that went back so far.
 *
 * <p>Any 2xx ends it; else the sender repeats for about three days.
 */
final class Standard extends JsonGateway {
  static final String CODE = "standard";
  private static final String SCHEME = "v1,";
  private static final String PREFIX = "whsec_";

  private final GatewaySettings settings;

  Standard(GatewaySettings settings) {
    this.settings = settings;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  Reading.@Nullable Rejected refusal(HttpRequest request, Instant now) {
    byte[] body = bytes(request);
    String id = request.header("webhook-id");
    String timestamp = request.header("webhook-timestamp");
    String signatures = request.header("webhook-signature");
    if (id == null || timestamp == null || signatures == null) {
      return Reading.Rejected.unproven();
    }
    byte[] head = Hmac.bytes(id + "." + timestamp + ".");
    boolean signed =
        settings.all(CODE, "SECRETS").stream()
            .map(secret -> SCHEME + base64(Hmac.SHA256.of(key(secret), head, body)))
            .anyMatch(
                ours ->
                    Stream.of(signatures.split(" ", -1))
                        .anyMatch(signature -> ConstantTime.same(ours, signature)));
    if (!signed) {
      return Reading.Rejected.unproven();
    }
    return Moments.fresh(Amounts.whole(timestamp), now) ? null : Reading.Rejected.stale();
  }

  /**
   * The key is what the text after {@code whsec_} says in base64.
   *
   * @throws MissingSetting where it says nothing
   */
  private static byte[] key(String secret) {
    String text = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length > 0) {
        return key;
      }
    } catch (IllegalArgumentException noBase64) {
      // As good as none; the secret must not be in what is thrown.
    }
    throw new MissingSetting(CODE, "", "SECRETS");
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  Reading told(Json body, Instant now) {
    String type = body.text("type");
    if (type == null || !type.startsWith("payment.")) {
      return new Reading.Heard(type == null ? "none" : type);
    }
    Json data = body.get("data");
    String currency = data.text("currency");
    if (data.amount("amount") == Said.NO_AMOUNT
        || currency == null
        || data.text("reference") == null) {
      return Reading.Rejected.notUnderstood();
    }
    Instant at = Moments.iso(body.text("timestamp"), now);
    return PaymentReference.of(data.text("reference"))
        .map(ours -> reading(type, data, said(data, ours, currency, at)))
        .orElseGet(Reading.Rejected::unknownReference);
  }

  private static Reading reading(String type, Json data, Said said) {
    return switch (type) {
      case "payment.succeeded" -> new Reading.Proven(new Confirmation.Paid(said));
      case "payment.failed" -> new Reading.Proven(new Confirmation.Failed(said));
      case "payment.pending" -> new Reading.Proven(new Confirmation.Undecided(said, false));
      case "payment.cancelled" -> new Reading.Proven(new Confirmation.Cancelled(said));
      case "payment.expired" -> new Reading.Proven(new Confirmation.Expired(said));
      case "payment.disputed" -> new Reading.Proven(new Confirmation.Disputed(said));
      case "payment.refunded" -> refund(data.amount("refundedAmount"), said);
      default -> new Reading.Heard(type);
    };
  }

  private static Reading refund(long refunded, Said said) {
    return refunded < 1 || refunded > said.amount()
        ? Reading.Rejected.notUnderstood()
        : new Reading.Proven(new Confirmation.Refunded(said, refunded));
  }

  private static Said said(Json data, PaymentReference reference, String currency, Instant at) {
    return new Said(
        reference,
        data.amount("amount"),
        currency.toUpperCase(Locale.ROOT),
        data.written("transactionId"),
        at,
        null,
        Objects.requireNonNullElse(data.text("code"), "none"));
  }

  @Override
  Verdict unreadable() {
    return Verdict.NOT_UNDERSTOOD;
  }

  @Override
  List<String> evidence() {
    return List.of(
        "type",
        "timestamp",
        "data.reference",
        "data.amount",
        "data.currency",
        "data.transactionId",
        "data.refundedAmount",
        "data.code");
  }

  @Override
  public HttpAnswer reply(Verdict verdict) {
    return HttpAnswer.empty(Statuses.of(verdict, 400));
  }
}
