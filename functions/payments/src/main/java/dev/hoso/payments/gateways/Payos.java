package dev.hoso.payments.gateways;

import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * payOS, bank transfers by VietQR: its webhook
 * (https://payos.vn/docs/tich-hop-webhook/kiem-tra-du-lieu-voi-signature/).
 *
 * <p>Any 2xx ends it; how often it calls again is not documented. When its address is registered it
 * sends a well-signed sample for an order that nobody has, and wants 2xx.
 */
final class Payos extends JsonGateway {
  static final String CODE = "payos";
  private static final String SUCCESSFUL = "00";

  private final GatewaySettings settings;

  Payos(GatewaySettings settings) {
    this.settings = settings;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public ReferenceForm references() {
    return new OrderCodes();
  }

  /** Only {@code data} is signed, so nothing beside it is believed. */
  @Override
  Reading told(Json body, Instant now) {
    String signature = body.text("signature");
    if (signature == null || !(body.get("data") instanceof Json.Fields data)) {
      return Reading.Rejected.unproven();
    }
    String text = PayosSignature.text(data);
    boolean signed =
        settings.all(CODE, "CHECKSUM_KEY").stream()
            .anyMatch(key -> Hmac.SHA256.signed(key, text, signature));
    return signed ? proven(data, now) : Reading.Rejected.unproven();
  }

  private Reading proven(Json data, Instant now) {
    String code = data.written("code");
    String orderCode = data.written("orderCode");
    if (code == null || orderCode == null || data.amount("amount") == Said.NO_AMOUNT) {
      return Reading.Rejected.notUnderstood();
    }
    return references()
        .of(orderCode)
        .<Reading>map(ours -> new Reading.Proven(confirmation(said(data, ours, code, now))))
        .orElseGet(Reading.Rejected::unknownReference);
  }

  private static Confirmation confirmation(Said said) {
    return said.code().equals(SUCCESSFUL)
        ? new Confirmation.Paid(said)
        : new Confirmation.Failed(said);
  }

  /** Its times have no zone; Vietnam's is what its samples show. */
  private static Said said(Json data, PaymentReference reference, String code, Instant now) {
    return new Said(
        reference,
        data.amount("amount"),
        Objects.requireNonNullElse(data.text("currency"), "VND"),
        data.written("reference"),
        Moments.vietnams(data.text("transactionDateTime"), now),
        data.written("counterAccountBankId"),
        code);
  }

  @Override
  Verdict unreadable() {
    return Verdict.NOT_PROVEN;
  }

  @Override
  List<String> evidence() {
    return List.of(
        "data.orderCode",
        "data.amount",
        "data.currency",
        "data.code",
        "data.reference",
        "data.paymentLinkId",
        "data.transactionDateTime");
  }

  @Override
  public HttpAnswer reply(Verdict verdict) {
    return switch (verdict) {
      case RECORDED, ALREADY_KNOWN, IGNORED, UNKNOWN_REFERENCE, WRONG_AMOUNT, WRONG_CURRENCY ->
          HttpAnswer.json(200, "{\"success\":true}");
      case NOT_PROVEN, NOT_OURS, NOT_UNDERSTOOD -> HttpAnswer.json(400, "{\"success\":false}");
      case TOO_LARGE -> HttpAnswer.json(413, "{\"success\":false}");
      case OUR_TROUBLE -> HttpAnswer.json(503, "{\"success\":false}");
    };
  }

  /**
   * {@code orderCode}: a number that JavaScript still knows exactly, at most 2^53 - 1
   * (https://payos.vn/docs/api/).
   */
  private static final class OrderCodes implements ReferenceForm {
    private static final long MOST = 9_007_199_254_740_991L;
    private static final int GENERATED = 15;

    @Override
    public boolean carries(String reference) {
      return !reference.startsWith("0")
          && Amounts.whole(reference) > 0
          && Amounts.whole(reference) <= MOST;
    }

    @Override
    public String rule() {
      return "must be a whole number from 1 to 9007199254740991";
    }

    @Override
    public PaymentReference generated(Instant now) {
      return new PaymentReference("1" + Digits.random(GENERATED - 1));
    }

    @Override
    public PaymentReference forKey(String dossier, String idempotencyKey, Instant now) {
      return new PaymentReference("1" + Digits.of(GENERATED - 1, dossier, idempotencyKey));
    }
  }
}
