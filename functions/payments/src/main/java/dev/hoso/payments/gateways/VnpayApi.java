package dev.hoso.payments.gateways;

import dev.hoso.core.Crockford;
import dev.hoso.core.Time;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.Refund;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Questions to VNPAY and its answers, both signed
 * (https://sandbox.vnpayment.vn/apis/docs/truy-van-hoan-tien/querydr&refund.html).
 *
 * <p>An answer without a signature proves nothing, though a library of others takes it for one.
 */
final class VnpayApi {
  static final String DONE = "00";
  static final String NOT_FOUND = "91";
  static final String WHOLE_REFUND = "02";
  static final String PART_REFUND = "03";
  private static final String API = "/merchant_webapi/api/transaction";

  /** Under which the payment page is; the API is beside it. */
  private static final String PAGES = "/paymentv2";

  /** VNPAY asks for the server's own; it is not checked, and ours changes. */
  private static final String ADDRESS = "127.0.0.1";

  private static final int REQUEST_ID_BYTES = 10;
  private static final List<String> QUERY_SIGNED =
      List.of(
          "vnp_RequestId",
          "vnp_Version",
          "vnp_Command",
          "vnp_TmnCode",
          "vnp_TxnRef",
          "vnp_TransactionDate",
          "vnp_CreateDate",
          "vnp_IpAddr",
          "vnp_OrderInfo");

  private static final List<String> REFUND_SIGNED =
      List.of(
          "vnp_RequestId",
          "vnp_Version",
          "vnp_Command",
          "vnp_TmnCode",
          "vnp_TransactionType",
          "vnp_TxnRef",
          "vnp_Amount",
          "vnp_TransactionNo",
          "vnp_TransactionDate",
          "vnp_CreateBy",
          "vnp_CreateDate",
          "vnp_IpAddr",
          "vnp_OrderInfo");

  private static final List<String> REFUND_ANSWER_SIGNED =
      List.of(
          "vnp_ResponseId",
          "vnp_Command",
          "vnp_ResponseCode",
          "vnp_Message",
          "vnp_TmnCode",
          "vnp_TxnRef",
          "vnp_Amount",
          "vnp_BankCode",
          "vnp_PayDate",
          "vnp_TransactionNo",
          "vnp_TransactionType",
          "vnp_TransactionStatus",
          "vnp_OrderInfo");

  private static final List<String> QUERY_ANSWER_SIGNED =
      Stream.concat(
              REFUND_ANSWER_SIGNED.stream(), Stream.of("vnp_PromotionCode", "vnp_PromotionAmount"))
          .toList();

  private final GatewaySettings settings;
  private final Calls calls;

  VnpayApi(GatewaySettings settings, Calls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  /**
   * What VNPAY knows of a payment: the last of its transactions.
   *
   * @throws GatewayTrouble where it does not say so, or not provably
   */
  Json query(PaymentRequest request, Instant now) {
    Map<String, String> body = common(request, "querydr", now);
    body.put("vnp_OrderInfo", "Truy van " + request.reference());
    Json answer = asked(request, body, QUERY_SIGNED, QUERY_ANSWER_SIGNED);
    String code = code(answer);
    if (code.equals(DONE) || code.equals(NOT_FOUND)) {
      return answer;
    }
    throw new GatewayTrouble(Vnpay.CODE, GatewayTrouble.Kind.REFUSED, code);
  }

  /**
   * Asks for money to go back.
   *
   * @return also an answer that says no
   * @throws GatewayTrouble where nothing is proven
   */
  Json refund(Payment payment, Refund refund, Instant now) {
    PaymentRequest request = payment.request();
    Map<String, String> body = common(request, "refund", now);
    boolean whole = refund.amount() == request.amount();
    body.put("vnp_TransactionType", whole ? WHOLE_REFUND : PART_REFUND);
    body.put("vnp_Amount", Long.toString(refund.amount() * Vnpay.HUNDREDTHS));
    body.put("vnp_TransactionNo", String.valueOf(payment.gatewayTransactionId()));
    body.put("vnp_CreateBy", "hoso");
    body.put("vnp_OrderInfo", "Hoan tien " + request.reference() + " " + refund.id());
    return asked(request, body, REFUND_SIGNED, REFUND_ANSWER_SIGNED);
  }

  private Map<String, String> common(PaymentRequest request, String command, Instant now) {
    Map<String, String> body = new LinkedHashMap<>();
    body.put("vnp_RequestId", Crockford.random(REQUEST_ID_BYTES));
    body.put("vnp_Version", "2.1.0");
    body.put("vnp_Command", command);
    body.put("vnp_TmnCode", account(request).required("TMN_CODE"));
    body.put("vnp_TxnRef", request.reference().value());
    body.put("vnp_TransactionDate", Vnpay.TIME.format(Time.vietnam(request.createdAt())));
    body.put("vnp_CreateDate", Vnpay.TIME.format(Time.vietnam(now)));
    body.put("vnp_IpAddr", ADDRESS);
    return body;
  }

  /** Asks, and believes only what is signed and about this payment. */
  private Json asked(
      PaymentRequest request, Map<String, String> body, List<String> signed, List<String> told) {
    Account account = account(request);
    String secret = account.secrets("HASH_SECRET").getFirst();
    String text = signed.stream().map(body::get).collect(Collectors.joining("|"));
    body.put(VnpayQuery.SIGNATURE, Hmac.SHA512.hex(secret, text));
    Json answer = calls.ask(Question.json(Vnpay.CODE, address(account), Map.of(), body)).body();
    if (!proven(answer, account, told)) {
      throw new GatewayTrouble(Vnpay.CODE, GatewayTrouble.Kind.UNPROVEN, code(answer));
    }
    boolean ofThis =
        request.reference().value().equals(answer.written("vnp_TxnRef"))
            && account.required("TMN_CODE").equals(answer.written("vnp_TmnCode"));
    // Of an order that VNPAY does not have, it need not repeat the name.
    if (!ofThis && code(answer).equals(DONE)) {
      throw new GatewayTrouble(Vnpay.CODE, GatewayTrouble.Kind.UNPROVEN, "another payment");
    }
    return answer;
  }

  private static boolean proven(Json answer, Account account, List<String> told) {
    String text =
        told.stream()
            .map(answer::written)
            .map(value -> value == null ? "" : value)
            .collect(Collectors.joining("|"));
    String signature = answer.text(VnpayQuery.SIGNATURE);
    return signature != null
        && account.secrets("HASH_SECRET").stream()
            .anyMatch(secret -> Hmac.SHA512.signed(secret, text, signature));
  }

  private static String address(Account account) {
    String base = account.required("BASE_URL");
    boolean pages = base.endsWith(PAGES);
    return (pages ? base.substring(0, base.length() - PAGES.length()) : base) + API;
  }

  private Account account(PaymentRequest request) {
    return settings.account(Vnpay.CODE, request.account());
  }

  static String code(Json answer) {
    return String.valueOf(answer.written("vnp_ResponseCode"));
  }

  static String status(Json answer) {
    return String.valueOf(answer.written("vnp_TransactionStatus"));
  }

  static String type(Json answer) {
    return String.valueOf(answer.written("vnp_TransactionType"));
  }
}
