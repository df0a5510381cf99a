package dev.hoso.payments.gateways;

import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The payment platform of the National Public Service Portal (Cổng Dịch vụ công quốc gia): its
 * callback. There is no public document; this is how the open OpenCPS integration of 2020 behaves
 * (VietOpenCPS/opencps-v2, modules/pay-gate-integration).
 *
 * <p>The checksum does not cover the status: who holds one true callback can turn a failure into a
 * success. So a callback proves only that something happened; what it was is asked: {@link
 * DvcqgQueries}.
 */
final class Dvcqg extends JsonGateway {
  static final String CODE = "dvcqg";

  /** What a callback's checksum is made over, joined by {@link #SEPARATOR}. */
  private static final List<String> SIGNED =
      List.of("addition_fee", "client_id", "command", "trans_amount", "transaction_id", "version");

  private static final String SEPARATOR = "|";

  private final GatewaySettings settings;

  Dvcqg(GatewaySettings settings) {
    this.settings = settings;
  }

  @Override
  public String code() {
    return CODE;
  }

  /** Key 2 signs callbacks; key 1 signs what we ask. */
  @Override
  Reading told(Json body, Instant now) {
    String text = joined(SIGNED, body::written);
    String checksum = body.text("check_sum");
    if (text == null || checksum == null) {
      return Reading.Rejected.unproven();
    }
    List<Account> signers =
        settings.accounts(CODE, "HASH_KEY2").stream()
            .filter(
                account ->
                    account.secrets("HASH_KEY2").stream()
                        .anyMatch(key -> Hmac.SHA256.signed(key, text, checksum)))
            .toList();
    if (signers.isEmpty()) {
      return Reading.Rejected.unproven();
    }
    String client = body.written("client_id");
    return signers.stream().anyMatch(it -> it.required("CLIENT_ID").equals(client))
        ? proven(body, now)
        : Reading.Rejected.notOurs();
  }

  /**
   * The text that a checksum is made over; null where a value is absent, or holds the separator:
   * the same text would mean others too.
   */
  static @Nullable String joined(List<String> names, Function<String, @Nullable String> value) {
    List<String> values = new ArrayList<>();
    for (String name : names) {
      String text = value.apply(name);
      if (text == null || text.contains(SEPARATOR)) {
        return null;
      }
      values.add(text);
    }
    return String.join(SEPARATOR, values);
  }

  private static Reading proven(Json body, Instant now) {
    if (body.amount("trans_amount") == Said.NO_AMOUNT) {
      return Reading.Rejected.notUnderstood();
    }
    return PaymentReference.of(body.written("transaction_id"))
        .<Reading>map(ours -> new Reading.Proven(new Confirmation.Hint(said(body, ours, now))))
        .orElseGet(Reading.Rejected::unknownReference);
  }

  private static Said said(Json body, PaymentReference reference, Instant now) {
    return new Said(
        reference,
        body.amount("trans_amount"),
        Objects.requireNonNullElse(body.text("currency_code"), "VND"),
        body.written("transaction_code"),
        now,
        null,
        Objects.requireNonNullElse(body.written("status"), "none"));
  }

  @Override
  Verdict unreadable() {
    return Verdict.NOT_PROVEN;
  }

  @Override
  List<String> evidence() {
    return List.of(
        "client_id",
        "transaction_id",
        "transaction_code",
        "trans_amount",
        "addition_fee",
        "payment_fee",
        "command",
        "version",
        "status");
  }

  @Override
  public HttpAnswer reply(Verdict verdict) {
    return switch (verdict) {
      case RECORDED, ALREADY_KNOWN, IGNORED -> answer(200, 0, "success");
      case UNKNOWN_REFERENCE -> answer(200, -1, "error: paymentfile null");
      case WRONG_AMOUNT -> answer(200, -1, "error: amount mismatch");
      case WRONG_CURRENCY -> answer(200, -1, "error: currency mismatch");
      case NOT_PROVEN -> answer(200, -1, "error: check_sum invalid");
      case NOT_OURS, NOT_UNDERSTOOD -> answer(200, -1, "error: not understood");
      case OUR_TROUBLE -> answer(200, -1, "error: try again");
      case TOO_LARGE -> answer(413, -1, "error: too large");
    };
  }

  private static HttpAnswer answer(int status, int code, String message) {
    String body = "{\"return_code\":" + code + ",\"return_msg\":\"" + message + "\"}";
    return HttpAnswer.json(status, body);
  }
}
