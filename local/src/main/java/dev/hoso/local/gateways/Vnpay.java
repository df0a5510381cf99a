package dev.hoso.local.gateways;

import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * VNPAY 2.1.0 (sandbox.vnpayment.vn/apis/docs/thanh-toan-pay/pay.html). A merchant makes the pay
 * page's address and signs it; VNPAY knows nothing of an order before a person opens that. It tells
 * by IPN, up to 10 times, until the answer is 00 or 02.
 */
final class Vnpay implements StandIn {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

  private final Desk desk;
  private final PayPage page;
  private final VnpayApi api;

  Vnpay(Desk desk, PayPage page) {
    this.desk = desk;
    this.page = page;
    this.api = new VnpayApi(desk);
  }

  @Override
  public String code() {
    return "vnpay";
  }

  @Override
  public Answer answer(Call call) {
    return switch (call.route()) {
      case "GET /vpcpay.html" -> open(call.request().query());
      case "POST /merchant_webapi/api/transaction" -> api.answer(call.json());
      default -> Answer.message(404, "Not Found");
    };
  }

  private Answer open(Map<String, String> pay) {
    String wrong = wrong(pay);
    return wrong.isEmpty() ? page.show(this, opened(pay)) : PayPage.refused(code(), wrong);
  }

  /** The order that a pay page's parameters ask for. */
  Order opened(Map<String, String> pay) {
    String reference = pay.getOrDefault("vnp_TxnRef", "");
    return desk.orders()
        .openOnce(
            new Terms(
                code(),
                reference,
                reference,
                Long.parseLong(pay.getOrDefault("vnp_Amount", "")) / 100,
                "VND",
                pay.getOrDefault("vnp_OrderInfo", ""),
                pay.getOrDefault("vnp_ReturnUrl", ""),
                desk.webhook(code()),
                desk.now(),
                time(pay.getOrDefault("vnp_ExpireDate", "")),
                pay));
  }

  private String wrong(Map<String, String> pay) {
    if (!signature().verifies(pay)) {
      return "Sai chữ ký. / Invalid signature. (97)";
    }
    if (!desk.setting("VNPAY_TMN_CODE").equals(pay.get("vnp_TmnCode"))) {
      return "Website này chưa được phê duyệt. / Unknown merchant. (71)";
    }
    return pay.getOrDefault("vnp_Amount", "").matches("[1-9]\\d{0,9}00")
        ? ""
        : "Số tiền không hợp lệ. / Invalid amount. (03)";
  }

  /** {@code vnp_ExpireDate} and its like are in Vietnam's time. */
  private static Optional<Instant> time(String digits) {
    try {
      return digits.isEmpty() ? Optional.empty() : Optional.of(TIME.parse(digits, Instant::from));
    } catch (DateTimeException e) {
      return Optional.of(Instant.EPOCH);
    }
  }

  private VnpaySignature signature() {
    return new VnpaySignature(desk.setting("VNPAY_HASH_SECRET"));
  }

  @Override
  public Set<Choice> choices() {
    return EnumSet.allOf(Choice.class);
  }

  @Override
  public List<Webhook> webhooks(Order order) {
    URI to = URI.create(order.terms().webhook() + "?" + told(order));
    return List.of(now -> HttpRequest.newBuilder(to));
  }

  /** The browser takes along what the IPN says. */
  @Override
  public String back(Order order) {
    return Query.added(order.terms().returnUrl(), told(order));
  }

  private String told(Order order) {
    State state = order.state(desk.now());
    Map<String, String> told = new TreeMap<>();
    for (String same : List.of("vnp_TmnCode", "vnp_Amount", "vnp_TxnRef", "vnp_OrderInfo")) {
      told.put(same, order.terms().said(same));
    }
    told.put("vnp_BankCode", "NCB");
    told.put("vnp_CardType", "ATM");
    told.put("vnp_PayDate", TIME.format(order.decided()));
    told.put("vnp_ResponseCode", response(state));
    told.put("vnp_TransactionStatus", status(state));
    told.put("vnp_TransactionNo", state.moved() ? order.transaction() : "0");
    told.put("vnp_BankTranNo", state.moved() ? "VNP" + order.transaction() : "");
    return signature().sign(told);
  }

  private static String response(State state) {
    return switch (state) {
      case PAID -> "00";
      case HELD -> "07";
      case FAILED -> "51";
      case CANCELLED -> "24";
      case EXPIRED -> "11";
      case OPEN -> "99";
    };
  }

  static String status(State state) {
    return switch (state) {
      case PAID -> "00";
      case HELD -> "07";
      case FAILED, CANCELLED, EXPIRED -> "02";
      case OPEN -> "01";
    };
  }

  @Override
  public boolean taken(int status, String body) {
    try {
      return List.of("00", "02").contains(Json.read(body).path("RspCode").asText());
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  @Override
  public int calls() {
    return 10;
  }
}
