package dev.hoso.payments.gateways;

import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the payment platform of the National Public Service Portal says of a transaction that it is
 * asked about.
 *
 * <p>There is no public document. The question is as the open OpenCPS integration of 2020 puts it
 * (VietOpenCPS/opencps-v2, modules/pay-gate-integration): {@code client_id}, {@code
 * transaction_id}, {@code command} and a checksum over the three with key 1. That code does not
 * read the answer, and so the answer is <b>our assumption</b>, by the manner of the callback:
 * {@code error} "0", {@code transaction_code}, {@code trans_amount}, {@code status} "0" paid, "1"
 * failed, "2" pending, {@code pay_time}, and a checksum with key 2 over {@link #SIGNED}, which
 * other than the callback's covers the status. Error "2" is a transaction that is not known. An
 * answer whose checksum is absent or wrong proves nothing. Where the portal answers otherwise, this
 * file is what changes.
 */
final class DvcqgQueries implements Inquiry {
  private static final String DETAIL = "/api/v1/transaction/detail";

  /** As OpenCPS has it in this question, too. */
  private static final String COMMAND = "PAY";

  private static final String DONE = "0";
  private static final String NOT_FOUND = "2";

  private static final List<String> ASKED = List.of("client_id", "command", "transaction_id");

  private static final List<String> SIGNED =
      List.of(
          "client_id", "command", "status", "trans_amount", "transaction_code", "transaction_id");

  private final GatewaySettings settings;
  private final Calls calls;

  DvcqgQueries(GatewaySettings settings, Calls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  @Override
  public List<Confirmation> look(Payment payment, Instant now) {
    PaymentRequest request = payment.request();
    Account account = settings.account(Dvcqg.CODE, request.account());
    Json answer = ask(request, account);
    String error = String.valueOf(answer.written("error"));
    if (error.equals(NOT_FOUND)) {
      return List.of();
    }
    if (!error.equals(DONE)) {
      throw trouble(GatewayTrouble.Kind.REFUSED, error);
    }
    requireProven(answer, request, account);
    return told(said(answer, request, now));
  }

  private Json ask(PaymentRequest request, Account account) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("client_id", account.required("CLIENT_ID"));
    body.put("transaction_id", request.reference().value());
    body.put("command", COMMAND);
    String text = Objects.requireNonNull(Dvcqg.joined(ASKED, body::get));
    body.put("check_sum", Hmac.SHA256.hex(account.secrets("HASH_KEY1").getFirst(), text));
    String address = account.required("BASE_URL") + DETAIL;
    return calls.ask(Question.json(Dvcqg.CODE, address, Map.of(), body)).body();
  }

  private static void requireProven(Json answer, PaymentRequest request, Account account) {
    String text = Dvcqg.joined(SIGNED, answer::written);
    String checksum = answer.text("check_sum");
    boolean signed =
        text != null
            && checksum != null
            && account.secrets("HASH_KEY2").stream()
                .anyMatch(key -> Hmac.SHA256.signed(key, text, checksum));
    if (!signed) {
      throw trouble(GatewayTrouble.Kind.UNPROVEN, "check_sum");
    }
    boolean ofThis =
        account.required("CLIENT_ID").equals(answer.written("client_id"))
            && request.reference().value().equals(answer.written("transaction_id"));
    if (!ofThis) {
      throw trouble(GatewayTrouble.Kind.UNPROVEN, "another payment");
    }
  }

  private static List<Confirmation> told(Said said) {
    return switch (said.code()) {
      case "0" -> List.of(new Confirmation.Paid(said));
      case "1" -> List.of(new Confirmation.Failed(said));
      case "2" -> List.of();
      default -> throw trouble(GatewayTrouble.Kind.NOT_UNDERSTOOD, "status " + said.code());
    };
  }

  private static Said said(Json answer, PaymentRequest request, Instant now) {
    String code = answer.written("transaction_code");
    return new Said(
        request.reference(),
        answer.amount("trans_amount"),
        "VND",
        String.valueOf(code).isEmpty() ? null : code,
        paidAt(answer.written("pay_time"), request, now),
        null,
        String.valueOf(answer.written("status")));
  }

  /** The time is not signed: believed as far as it can be. */
  private static Instant paidAt(@Nullable String told, PaymentRequest request, Instant now) {
    Instant at = Vnpay.time(told, now);
    return at.isBefore(request.createdAt()) || at.isAfter(now) ? now : at;
  }

  private static GatewayTrouble trouble(GatewayTrouble.Kind kind, String code) {
    return new GatewayTrouble(Dvcqg.CODE, kind, code);
  }
}
