package dev.hoso.payments.gateways;

import dev.hoso.core.Time;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.Verdict;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

/**
 * ZaloPay, version 2: its callback (https://beta-docs.zalopay.vn/docs/specs/callback-api).
 *
 * <p>It comes only after the money was taken. ZaloPay calls again, at most three times, after
 * {@code return_code} 0 alone.
 */
final class Zalopay extends JsonGateway {
  static final String CODE = "zalopay";
  private static final String AGREEMENT = "2";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

  private final GatewaySettings settings;

  Zalopay(GatewaySettings settings) {
    this.settings = settings;
  }

  /** What its names for orders and refunds begin with: the day in Vietnam. */
  static String day(Instant at) {
    return DAY.format(Time.day(at));
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public ReferenceForm references() {
    return new TransactionIds();
  }

  /** {@code data} is a text; what is signed is that text, exactly as it was sent. */
  @Override
  Reading told(Json body, Instant now) {
    String data = body.text("data");
    String mac = body.text("mac");
    if (data == null || mac == null) {
      return Reading.Rejected.unproven();
    }
    List<Account> signers =
        settings.accounts(CODE, "KEY2").stream()
            .filter(
                account ->
                    account.secrets("KEY2").stream()
                        .anyMatch(key -> Hmac.SHA256.signed(key, data, mac)))
            .toList();
    return signers.isEmpty()
        ? Reading.Rejected.unproven()
        : proven(Json.read(data), signers, AGREEMENT.equals(body.written("type")), now);
  }

  /**
   * Reads what is signed. The type is not: it decides only where there is nothing of a payment, so
   * that nobody can make us overhear one.
   */
  private static Reading proven(Json data, List<Account> signers, boolean agreement, Instant now) {
    String app = data.written("app_id");
    if (signers.stream().noneMatch(it -> it.required("APP_ID").equals(app))) {
      return Reading.Rejected.notOurs();
    }
    long amount = data.amount("amount");
    String transaction = data.written("zp_trans_id");
    if (agreement && amount == Said.NO_AMOUNT && transaction == null) {
      return new Reading.Heard("agreement");
    }
    if (amount == Said.NO_AMOUNT || transaction == null) {
      return Reading.Rejected.notUnderstood();
    }
    return PaymentReference.of(data.text("app_trans_id"))
        .<Reading>map(ours -> new Reading.Proven(new Confirmation.Paid(said(data, ours, now))))
        .orElseGet(Reading.Rejected::unknownReference);
  }

  private static Said said(Json data, PaymentReference reference, Instant now) {
    return new Said(
        reference,
        data.amount("amount"),
        "VND",
        data.written("zp_trans_id"),
        Moments.millis(data.written("server_time"), now),
        null,
        "1");
  }

  @Override
  Verdict unreadable() {
    return Verdict.NOT_PROVEN;
  }

  @Override
  List<String> evidence() {
    return List.of("app_id", "app_trans_id", "amount", "zp_trans_id", "server_time");
  }

  @Override
  Json toShow(Json body) {
    String data = body.text("data");
    return data == null ? body : Json.read(data);
  }

  @Override
  public HttpAnswer reply(Verdict verdict) {
    return switch (verdict) {
      case RECORDED, IGNORED, WRONG_AMOUNT, WRONG_CURRENCY -> answer(200, 1, "success");
      case ALREADY_KNOWN -> answer(200, 2, "duplicate");
      case UNKNOWN_REFERENCE, OUR_TROUBLE -> answer(200, 0, "retry");
      case NOT_PROVEN -> answer(200, -1, "mac not equal");
      case NOT_OURS, NOT_UNDERSTOOD -> answer(200, -1, "data not understood");
      case TOO_LARGE -> answer(413, -1, "too large");
    };
  }

  private static HttpAnswer answer(int status, int code, String message) {
    String body = "{\"return_code\":" + code + ",\"return_message\":\"" + message + "\"}";
    return HttpAnswer.json(status, body);
  }

  /**
   * {@code app_trans_id}: the day in Vietnam on which it is asked for, and 1 to 33 more
   * (https://docs.zalopay.vn/v2/general/overview.html).
   */
  private static final class TransactionIds implements ReferenceForm {
    private static final Pattern FORM = Pattern.compile("\\d{6}_[A-Za-z0-9._-]{1,33}");

    /** The usual ones' name and day, which stand in front here. */
    private static final int USUAL_DAY_ENDS = 8;

    @Override
    public boolean carries(String reference) {
      return FORM.matcher(reference).matches();
    }

    @Override
    public String rule() {
      return "must be a day in Vietnam like 261123, '_', and 1 to 33 of letters, digits, '-', '.' and"
          + " '_'";
    }

    @Override
    public PaymentReference generated(Instant now) {
      return dated(now, PaymentReference.generated(now).value().substring(USUAL_DAY_ENDS));
    }

    @Override
    public PaymentReference forKey(String dossier, String idempotencyKey, Instant now) {
      return dated(now, PaymentReference.forKey(dossier, idempotencyKey).value().substring(2));
    }

    private static PaymentReference dated(Instant now, String rest) {
      return new PaymentReference(day(now) + "_HS" + rest);
    }
  }
}
