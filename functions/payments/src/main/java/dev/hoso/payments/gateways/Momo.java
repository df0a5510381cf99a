package dev.hoso.payments.gateways;

import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * MoMo, AIO version 2: its IPN
 * (https://developers.momo.vn/v3/docs/payment/api/result-handling/notification).
 *
 * <p>It wants HTTP 204 within 15 seconds and has no words for what we make of it. How often it
 * calls again is not documented.
 */
final class Momo extends JsonGateway {
  static final String CODE = "momo";

  /** {@code orderId} in https://developers.momo.vn/v3/docs/payment/api/wallet/pay-with-token. */
  private static final ReferenceForm ORDER_ID =
      new References(
          Momo::isOrderId,
          "must be 1 to 50 of letters, digits, '-', '.' and '_', no sign first or last");

  private static final int LONGEST_ORDER_ID = 50;

  /** https://developers.momo.vn/v3/docs/payment/api/wallet/onetime. */
  private static final long LEAST_AMOUNT = 1_000;

  private static final long MOST_AMOUNT = 50_000_000;
  private static final String SIGNS = "-._";

  /** What is signed is rarely longer. */
  private static final int USUAL_LENGTH = 512;

  /** What is signed, by the alphabet; the access key, which comes first, is not in the body. */
  private static final List<String> SIGNED =
      List.of(
          "amount",
          "extraData",
          "message",
          "orderId",
          "orderInfo",
          "orderType",
          "partnerCode",
          "payType",
          "requestId",
          "responseTime",
          "resultCode",
          "transId");

  private final GatewaySettings settings;

  Momo(GatewaySettings settings) {
    this.settings = settings;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public long least() {
    return LEAST_AMOUNT;
  }

  @Override
  public long most() {
    return MOST_AMOUNT;
  }

  @Override
  public ReferenceForm references() {
    return ORDER_ID;
  }

  @Override
  Reading told(Json body, Instant now) {
    List<Account> signers =
        settings.accounts(CODE, "SECRET_KEY").stream()
            .filter(account -> signed(body, account))
            .toList();
    if (signers.isEmpty()) {
      return Reading.Rejected.unproven();
    }
    String partner = body.written("partnerCode");
    if (signers.stream().noneMatch(it -> it.required("PARTNER_CODE").equals(partner))) {
      return Reading.Rejected.notOurs();
    }
    String result = body.written("resultCode");
    long amount = body.amount("amount");
    if (result == null || amount == Said.NO_AMOUNT) {
      return Reading.Rejected.notUnderstood();
    }
    return ORDER_ID
        .of(body.written("orderId"))
        .<Reading>map(
            ours -> new Reading.Proven(MomoResults.confirmation(said(body, ours, result, now))))
        .orElseGet(Reading.Rejected::unknownReference);
  }

  /**
   * The signature covers what the texts mean, not how JSON escapes them, and as they are: not
   * encoded, not normalised.
   */
  private static boolean signed(Json body, Account account) {
    String signature = body.text("signature");
    if (signature == null) {
      return false;
    }
    String text = signedText(body, account.required("ACCESS_KEY"));
    return account.secrets("SECRET_KEY").stream()
        .anyMatch(secret -> Hmac.SHA256.signed(secret, text, signature));
  }

  private static String signedText(Json body, String accessKey) {
    StringBuilder text = new StringBuilder(USUAL_LENGTH);
    text.append("accessKey=").append(accessKey);
    for (String name : SIGNED) {
      String value = body.written(name);
      text.append('&').append(name).append('=').append(value == null ? "" : value);
    }
    return text.toString();
  }

  private static boolean isOrderId(String reference) {
    return reference.length() <= LONGEST_ORDER_ID
        && SIGNS.indexOf(reference.charAt(0)) < 0
        && SIGNS.indexOf(reference.charAt(reference.length() - 1)) < 0;
  }

  /** What is said of a payment, the same in a notification and in an answer. */
  static Said said(Json body, PaymentReference reference, String result, Instant now) {
    return new Said(
        reference,
        body.amount("amount"),
        "VND",
        body.written("transId"),
        Moments.millis(body.written("responseTime"), now),
        body.text("payType"),
        result);
  }

  @Override
  Verdict unreadable() {
    return Verdict.NOT_PROVEN;
  }

  @Override
  List<String> evidence() {
    return List.of(
        "partnerCode", "orderId", "requestId", "amount", "transId", "resultCode", "responseTime");
  }

  @Override
  public HttpAnswer reply(Verdict verdict) {
    return switch (verdict) {
      case RECORDED, ALREADY_KNOWN, IGNORED, UNKNOWN_REFERENCE, WRONG_AMOUNT, WRONG_CURRENCY ->
          HttpAnswer.empty(204);
      case NOT_PROVEN, NOT_OURS, NOT_UNDERSTOOD -> HttpAnswer.empty(400);
      case TOO_LARGE -> HttpAnswer.empty(413);
      case OUR_TROUBLE -> HttpAnswer.empty(503);
    };
  }
}
