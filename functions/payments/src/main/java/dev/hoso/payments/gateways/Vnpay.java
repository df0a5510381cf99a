package dev.hoso.payments.gateways;

import dev.hoso.core.Language;
import dev.hoso.core.Time;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.payments.Anomaly;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.Verdict;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * VNPAY, version 2.1.0: its payment page and its IPN
 * (https://sandbox.vnpayment.vn/apis/docs/thanh-toan-pay/pay.html).
 *
 * <p>VNPAY calls again after every answer but 00 and 02, at most 10 times, 5 minutes apart.
 */
final class Vnpay implements Gateway {
  private static final String CODE = "vnpay";
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final String DONE = "00";

  /** The longest that fits a long; VNPAY's own amounts have at most 12 digits. */
  private static final String AMOUNT = "\\d{1,18}";

  /** The smallest unit of {@code vnp_Amount} is a hundredth of a đồng. */
  private static final int HUNDREDTHS = 100;

  private static final int LONGEST_ORDER_INFO = 255;

  /**
   * Codes of which none says that no money moved: 07 taken and suspected, 00 where the other code
   * disagrees, 01 not complete, 04 taken from the account and not here, 05, 06 and 09 of refunds
   * (https://sandbox.vnpayment.vn/apis/docs/bang-ma-loi/).
   */
  private static final Set<String> UNDECIDED_STATUSES =
      Set.of("00", "01", "04", "05", "06", "07", "09");

  private static final String SUSPECTED = "07";

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

  @Override
  public Reading read(HttpRequest request, Instant now) {
    Optional<VnpayQuery> query = VnpayQuery.read(request.query());
    if (query.isEmpty() || !signed(query.get())) {
      return new Reading.Rejected(Verdict.NOT_PROVEN, Anomaly.Kind.BAD_SIGNATURE);
    }
    // A secret belongs to one terminal, so under another's code it proves nothing.
    if (!settings.required(CODE, "TMN_CODE").equals(query.get().value("vnp_TmnCode"))) {
      return new Reading.Rejected(Verdict.NOT_PROVEN, Anomaly.Kind.WRONG_MERCHANT);
    }
    return confirmation(query.get(), now);
  }

  @Override
  public HttpAnswer reply(Verdict verdict) {
    return switch (verdict) {
      case RECORDED -> answer(DONE, "Confirm Success");
      case ALREADY_KNOWN -> answer("02", "Order already confirmed");
      case UNKNOWN_REFERENCE -> answer("01", "Order not found");
      case WRONG_AMOUNT -> answer("04", "invalid amount");
      case NOT_PROVEN -> answer("97", "Invalid signature");
      case NOT_UNDERSTOOD, OUR_TROUBLE -> answer("99", "Unknown error");
    };
  }

  @Override
  public String evidence(HttpRequest request) {
    return VnpayQuery.withoutSignature(request.query());
  }

  @Override
  public String payUrl(PayPage page) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("vnp_Version", "2.1.0");
    parameters.put("vnp_Command", "pay");
    parameters.put("vnp_TmnCode", settings.required(CODE, "TMN_CODE"));
    parameters.put("vnp_Amount", Long.toString(page.request().amount() * HUNDREDTHS));
    parameters.put("vnp_CreateDate", TIME.format(Time.vietnam(page.request().createdAt())));
    parameters.put("vnp_ExpireDate", TIME.format(Time.vietnam(page.request().expiresAt())));
    parameters.put("vnp_CurrCode", "VND");
    parameters.put("vnp_IpAddr", page.ipAddress());
    parameters.put("vnp_Locale", page.language() == Language.EN ? "en" : "vn");
    parameters.put("vnp_OrderInfo", orderInfo(page));
    // The kind of goods; VNPAY's list has none for public fees, its samples say "other".
    parameters.put("vnp_OrderType", "other");
    parameters.put("vnp_ReturnUrl", page.returnUrl());
    parameters.put("vnp_TxnRef", page.request().reference().value());
    String query = VnpayQuery.encoded(parameters);
    String signature = Signature.sign(settings.secrets(CODE, "HASH_SECRET").getFirst(), query);
    String address = settings.required(CODE, "BASE_URL") + "/vpcpay.html";
    return address + "?" + query + "&" + VnpayQuery.SIGNATURE + "=" + signature;
  }

  /** Vietnamese without diacritics and without special characters, as VNPAY wants it. */
  private static String orderInfo(PayPage page) {
    String text = page.request().description().replace('đ', 'd').replace('Đ', 'D');
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^A-Za-z0-9 .:-]+", " ")
            .replaceAll(" +", " ")
            .strip();
    String fitting = plain.substring(0, Math.min(plain.length(), LONGEST_ORDER_INFO));
    return fitting.isEmpty() ? page.request().reference().value() : fitting;
  }

  private boolean signed(VnpayQuery query) {
    String signature = query.signature();
    return signature != null
        && settings.secrets(CODE, "HASH_SECRET").stream()
            .anyMatch(
                secret ->
                    Signature.matches(secret, query.canonical(), signature)
                        || Signature.matches(secret, query.asReceived(), signature));
  }

  private static Reading confirmation(VnpayQuery query, Instant now) {
    String reference = query.value("vnp_TxnRef");
    String response = query.value("vnp_ResponseCode");
    if (reference == null || response == null) {
      return new Reading.Rejected(Verdict.NOT_UNDERSTOOD, Anomaly.Kind.NOT_UNDERSTOOD);
    }
    return PaymentReference.of(reference)
        .<Reading>map(ours -> new Reading.Proven(confirmation(query, ours, response, now)))
        .orElseGet(
            () -> new Reading.Rejected(Verdict.UNKNOWN_REFERENCE, Anomaly.Kind.UNKNOWN_REFERENCE));
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
            query.value("vnp_TransactionNo"),
            time(query.value("vnp_PayDate"), now),
            query.value("vnp_BankCode"),
            code);
    if (response.equals(DONE) && DONE.equals(status)) {
      return new Confirmation.Paid(said);
    }
    return undecided(response, status)
        ? new Confirmation.Undecided(said)
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

  /** Whole đồng; never through a double, which would round above 2^53. */
  private static long amount(@Nullable String hundredths) {
    if (hundredths == null || !hundredths.matches(AMOUNT)) {
      return Said.NO_AMOUNT;
    }
    long number = Long.parseLong(hundredths);
    return number % HUNDREDTHS == 0 ? number / HUNDREDTHS : Said.NO_AMOUNT;
  }

  /** VNPAY's clock is Vietnam's: documented for its requests, seen in its answers. */
  private static Instant time(@Nullable String text, Instant now) {
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
