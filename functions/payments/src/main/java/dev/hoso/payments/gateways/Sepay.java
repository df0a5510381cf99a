package dev.hoso.payments.gateways;

import dev.hoso.core.ConstantTime;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SePay, which watches bank accounts: its webhook
 * (https://developer.sepay.vn/en/sepay-webhooks/xac-thuc). It proves itself by an HMAC ({@code
 * SECRET}) or by a key ({@code API_KEY}), as it is set up there.
 *
 * <p>It wants 2xx with {@code {"success":true}} within 30 seconds, else it calls again, eight times
 * in 33 minutes. A transfer that we cannot place is therefore acknowledged and kept for a person.
 */
final class Sepay extends JsonGateway {
  static final String CODE = "sepay";
  private static final String SCHEME = "Apikey ";
  private static final String PREFIX = "sha256=";

  private final GatewaySettings settings;

  Sepay(GatewaySettings settings) {
    this.settings = settings;
  }

  @Override
  public String code() {
    return CODE;
  }

  /** No QR code of a transfer says more. */
  @Override
  public long most() {
    return VietQr.MOST;
  }

  @Override
  public ReferenceForm references() {
    return new TransferCodes();
  }

  @Override
  Reading.@Nullable Rejected refusal(HttpRequest request, Instant now) {
    byte[] body = bytes(request);
    String authorization = request.header("authorization");
    if (authorization != null && authorization.startsWith(SCHEME)) {
      return proofs("API_KEY", "SECRET").stream()
              .anyMatch(key -> ConstantTime.same(SCHEME + key, authorization))
          ? null
          : Reading.Rejected.unproven();
    }
    String signature = request.header("x-sepay-signature");
    String timestamp = request.header("x-sepay-timestamp");
    if (signature == null
        || timestamp == null
        || proofs("SECRET", "API_KEY").stream()
            .noneMatch(secret -> signed(signature, timestamp, body, secret))) {
      return Reading.Rejected.unproven();
    }
    return Moments.fresh(Amounts.whole(timestamp), now) ? null : Reading.Rejected.stale();
  }

  /** What may prove a call; none where the other way to prove one is set up. */
  private List<String> proofs(String field, String other) {
    try {
      return settings.all(CODE, field);
    } catch (MissingSetting e) {
      settings.all(CODE, other);
      return List.of();
    }
  }

  /** Over the time and the body as it was received; the secret is the text as SePay shows it. */
  private static boolean signed(String signature, String timestamp, byte[] body, String secret) {
    String ours = Hmac.SHA256.hex(secret, Hmac.bytes(timestamp + "."), body);
    return ConstantTime.same(PREFIX + ours, signature);
  }

  @Override
  Reading told(Json body, Instant now) {
    String direction = body.text("transferType");
    if ("out".equals(direction)) {
      return new Reading.Heard("out");
    }
    String id = body.written("id");
    if (!"in".equals(direction) || id == null || body.amount("transferAmount") == Said.NO_AMOUNT) {
      return Reading.Rejected.notUnderstood();
    }
    if (!ours(body.written("accountNumber"))) {
      return Reading.Rejected.notOurs();
    }
    return TransferCodes.find(body.text("code"), body.text("content"))
        .<Reading>map(it -> new Reading.Proven(new Confirmation.Paid(said(body, it, id, now))))
        .orElseGet(Reading.Rejected::unknownReference);
  }

  private boolean ours(@Nullable String number) {
    return number != null && settings.all(CODE, "ACCOUNT_NUMBERS").contains(number);
  }

  private static Said said(Json body, PaymentReference reference, String id, Instant now) {
    return new Said(
        reference,
        body.amount("transferAmount"),
        "VND",
        id,
        Moments.vietnams(body.text("transactionDate"), now),
        body.text("gateway"),
        "in");
  }

  @Override
  Verdict unreadable() {
    return Verdict.NOT_UNDERSTOOD;
  }

  /** Not the text of the transfer: payers write their names into it. */
  @Override
  List<String> evidence() {
    return List.of(
        "id",
        "gateway",
        "transactionDate",
        "accountNumber",
        "code",
        "transferType",
        "transferAmount",
        "referenceCode");
  }

  @Override
  public HttpAnswer reply(Verdict verdict) {
    return switch (verdict) {
      case RECORDED,
          ALREADY_KNOWN,
          IGNORED,
          UNKNOWN_REFERENCE,
          WRONG_AMOUNT,
          WRONG_CURRENCY,
          NOT_OURS ->
          HttpAnswer.json(200, "{\"success\":true}");
      case NOT_PROVEN -> refused(401, "Unauthorized");
      case NOT_UNDERSTOOD -> refused(400, "Not understood");
      case TOO_LARGE -> refused(413, "Too large");
      case OUR_TROUBLE -> refused(503, "Try again");
    };
  }

  private static HttpAnswer refused(int status, String message) {
    return HttpAnswer.json(status, "{\"success\":false,\"message\":\"" + message + "\"}");
  }
}
