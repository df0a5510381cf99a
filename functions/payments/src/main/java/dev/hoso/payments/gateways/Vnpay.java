package dev.hoso.payments.gateways;

import dev.hoso.core.Time;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.Verdict;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * VNPAY, version 2.1.0: its payment page and its IPN
 * (https://sandbox.vnpayment.vn/apis/docs/thanh-toan-pay/pay.html).
 *
 * <p>VNPAY calls again after every answer but 00 and 02, at most 10 times, 5 minutes apart.
 */
final class Vnpay implements Gateway {
  static final String CODE = "vnpay";
  static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final String DONE = "00";

  /** The smallest unit of {@code vnp_Amount} is a hundredth of a đồng. */
  static final int HUNDREDTHS = 100;

  /**
   * Codes of which none says that no money moved: 07 taken and suspected, 00 where the other code
   * disagrees, 01 not complete, 04 taken from the account and not here, 05, 06 and 09 of refunds
   * (https://sandbox.vnpayment.vn/apis/docs/bang-ma-loi/).
   */
  private static final Set<String> UNDECIDED_STATUSES =
      Set.of("00", "01", "04", "05", "06", "07", "09");

  private static final String SUSPECTED = "07";

  /** Not the order's text: what it says of whom is not ours to spread. */
  private static final List<String> EVIDENCE =
      List.of(
          "vnp_Amount",
          "vnp_BankCode",
          "vnp_PayDate",
          "vnp_ResponseCode",
          "vnp_TmnCode",
          "vnp_TransactionNo",
          "vnp_TransactionStatus",
          "vnp_TxnRef");

  private final GatewaySettings settings;

  Vnpay(GatewaySettings settings) {
    this.settings = settings;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String method() {
    return "GET";
  }

  /** VNPAY's amounts have at most 12 digits, of which two are behind the đồng. */
  @Override
  public long most() {
    return 9_999_999_999L;
  }

  @Override
  public Reading read(HttpRequest request, Instant now) {
    try {
      return told(VnpayQuery.read(request.query()), now);
    } catch (Unreadable e) {
      return new Reading.Rejected(Verdict.NOT_PROVEN, e.kind());
    }
  }

  private Reading told(VnpayQuery query, Instant now) {
    List<Account> signers = signers(query);
    if (signers.isEmpty()) {
      return Reading.Rejected.unproven();
    }
    // A secret belongs to one terminal, so under another's code it proves nothing.
    String terminal = query.value("vnp_TmnCode");
    return signers.stream().anyMatch(it -> it.required("TMN_CODE").equals(terminal))
        ? confirmation(query, now)
        : Reading.Rejected.notOurs();
  }

  @Override
  public HttpAnswer reply(Verdict verdict) {
    return switch (verdict) {
      case RECORDED, IGNORED -> answer(DONE, "Confirm Success");
      case ALREADY_KNOWN -> answer("02", "Order already confirmed");
      case UNKNOWN_REFERENCE -> answer("01", "Order not found");
      case WRONG_AMOUNT, WRONG_CURRENCY -> answer("04", "invalid amount");
      case NOT_PROVEN, NOT_OURS -> answer("97", "Invalid signature");
      case NOT_UNDERSTOOD, TOO_LARGE, OUR_TROUBLE -> answer("99", "Unknown error");
    };
  }

  @Override
  public String evidence(HttpRequest request) {
    try {
      return VnpayQuery.read(request.query()).shown(EVIDENCE);
    } catch (Unreadable e) {
      return "unreadable";
    }
  }

  /** The accounts whose secrets it is signed with. */
  private List<Account> signers(VnpayQuery query) {
    String signature = query.signature() == null ? "" : query.signature().toLowerCase(Locale.ROOT);
    return settings.accounts(CODE, "HASH_SECRET").stream()
        .filter(
            account ->
                account.secrets("HASH_SECRET").stream()
                    .anyMatch(
                        secret ->
                            Hmac.SHA512.signed(secret, query.canonical(), signature)
                                || Hmac.SHA512.signed(secret, query.asReceived(), signature)))
        .toList();
  }

  private static Reading confirmation(VnpayQuery query, Instant now) {
    String reference = query.value("vnp_TxnRef");
    String response = query.value("vnp_ResponseCode");
    if (reference == null || response == null) {
      return Reading.Rejected.notUnderstood();
    }
    return PaymentReference.of(reference)
        .<Reading>map(ours -> new Reading.Proven(confirmation(query, ours, response, now)))
        .orElseGet(Reading.Rejected::unknownReference);
  }

  /**
   * Paid only where both codes say so: some of VNPAY's samples look at one of them, the others at
   * both. A status that is absent or unknown beside a good response decides nothing.
   */
  private static Confirmation confirmation(
      VnpayQuery query, PaymentReference reference, String response, Instant now) {
    String status = query.value("vnp_TransactionStatus");
    String code = !response.equals(DONE) ? response : status == null ? "none" : status;
    Said said =
        new Said(
            reference,
            amount(query.value("vnp_Amount")),
            "VND",
            query.value("vnp_TransactionNo"),
            time(query.value("vnp_PayDate"), now),
            query.value("vnp_BankCode"),
            code);
    if (response.equals(DONE) && DONE.equals(status)) {
      return new Confirmation.Paid(said);
    }
    return undecided(response, status)
        ? new Confirmation.Undecided(said, true)
        : new Confirmation.Failed(said);
  }

  private static boolean undecided(String response, @Nullable String status) {
    if (status == null) {
      return response.equals(DONE) || response.equals(SUSPECTED);
    }
    return response.equals(SUSPECTED)
        || UNDECIDED_STATUSES.contains(status)
        || (response.equals(DONE) && !status.equals("02"));
  }

  /** Whole đồng. */
  static long amount(@Nullable String hundredths) {
    long number = Amounts.whole(hundredths);
    return number >= 0 && number % HUNDREDTHS == 0 ? number / HUNDREDTHS : Said.NO_AMOUNT;
  }

  /** VNPAY's clock is Vietnam's: documented for its requests, seen in its answers. */
  static Instant time(@Nullable String text, Instant now) {
    if (text == null) {
      return now;
    }
    try {
      return LocalDateTime.parse(text, TIME).atZone(Time.VIETNAM).toInstant();
    } catch (DateTimeException noTime) {
      return now;
    }
  }

  private static HttpAnswer answer(String code, String message) {
    return HttpAnswer.json(200, "{\"RspCode\":\"" + code + "\",\"Message\":\"" + message + "\"}");
  }
}
