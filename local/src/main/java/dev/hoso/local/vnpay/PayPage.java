package dev.hoso.local.vnpay;

import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Front;
import dev.hoso.local.http.Html;
import dev.hoso.local.http.Request;
import java.net.URI;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.util.Map;

/** VNPAY's pay page: shows what a correctly signed address asks for, and lets a person decide. */
public final class PayPage {
  /** In place of the address in {@code VnpayAddress}. */
  public static final String PATH = "/local/gateways/vnpay";

  private final Signature signature;
  private final String merchant;
  private final Notifier notifier;
  private final InstantSource clock;

  /** Makes the page of one merchant. */
  public PayPage(Signature signature, String merchant, Notifier notifier, InstantSource clock) {
    this.signature = signature;
    this.merchant = merchant;
    this.notifier = notifier;
    this.clock = clock;
  }

  /** Gives the page its paths. */
  public void register(Front front) {
    front.page("GET " + PATH + "/vpcpay.html", this::show);
    front.page("POST " + PATH + "/pay", this::decide);
  }

  private Answer show(Request request) {
    Map<String, String> pay = request.query();
    String wrong = wrong(pay);
    if (!wrong.isEmpty()) {
      return error(wrong);
    }
    return expired(pay)
        ? error("Giao dịch đã quá thời gian thanh toán. / The time for this payment is over. (15)")
        : Answer.html(Html.page("VNPAY (local)", form(request.rawQuery(), pay)));
  }

  private String wrong(Map<String, String> pay) {
    if (!signature.verifies(pay)) {
      return "Sai chữ ký. / Invalid signature. (97)";
    }
    if (!merchant.equals(pay.get("vnp_TmnCode"))) {
      return "Website này chưa được phê duyệt. / Unknown merchant. (71)";
    }
    return pay.getOrDefault("vnp_Amount", "").matches("[1-9]\\d{0,11}")
        ? ""
        : "Số tiền không hợp lệ. / Invalid amount. (03)";
  }

  private boolean expired(Map<String, String> pay) {
    String until = pay.getOrDefault("vnp_ExpireDate", "");
    try {
      return !until.isEmpty() && clock.instant().isAfter(Notification.time(until));
    } catch (DateTimeException e) {
      return true;
    }
  }

  private static Answer error(String why) {
    String body = "<h1>VNPAY (local)</h1><p role=\"alert\">" + Html.escape(why) + "</p>";
    return Answer.of(400, "text/html; charset=utf-8", Html.page("VNPAY (local)", body));
  }

  private static String form(String query, Map<String, String> pay) {
    StringBuilder buttons = new StringBuilder();
    for (Outcome outcome : Outcome.values()) {
      buttons.append(button(outcome.name(), outcome.label()));
    }
    buttons.append(
        button("CLOSED", "Thanh toán rồi đóng trình duyệt / Pay, but the browser closes"));
    return """
        <h1>VNPAY <span class="faint">thay thế trên máy này / stand-in on this machine</span></h1>
        <dl>
        <dt>Số tiền / Amount</dt><dd id="amount">%s VND</dd>
        <dt>Nội dung / For</dt><dd>%s</dd>
        <dt>Mã giao dịch / Reference</dt><dd>%s</dd>
        </dl>
        <form method="post" action="%s/pay">
        <input type="hidden" name="pay" value="%s">
        %s
        </form>
        """
        .formatted(
            amount(pay),
            Html.escape(pay.getOrDefault("vnp_OrderInfo", "")),
            Html.escape(pay.getOrDefault("vnp_TxnRef", "")),
            PATH,
            Html.escape(query),
            buttons);
  }

  private static String button(String value, String label) {
    return "<button name=\"outcome\" value=\"%s\">%s</button>%n"
        .formatted(value, Html.escape(label));
  }

  /** VNPAY's amounts are in hundredths of a đồng. */
  private static String amount(Map<String, String> pay) {
    return "%,d".formatted(Long.parseLong(pay.getOrDefault("vnp_Amount", "0")) / 100);
  }

  private Answer decide(Request request) {
    Map<String, String> form = request.form();
    Map<String, String> pay = Request.form(form.getOrDefault("pay", ""));
    String wrong = wrong(pay);
    if (!wrong.isEmpty()) {
      return error(wrong);
    }
    String chosen = form.getOrDefault("outcome", "PAID");
    boolean closed = chosen.equals("CLOSED");
    Outcome outcome;
    try {
      outcome = closed ? Outcome.PAID : Outcome.valueOf(chosen);
    } catch (IllegalArgumentException e) {
      return Answer.problem("outcome", "not known");
    }
    String told = signature.sign(Notification.of(pay, outcome, clock.instant()));
    notifier.tell(told);
    return closed ? closed() : back(pay.getOrDefault("vnp_ReturnUrl", "/"), told);
  }

  private static Answer closed() {
    return Answer.html(
        Html.page(
            "VNPAY (local)",
            "<h1>VNPAY (local)</h1><p>Đã thanh toán; trình duyệt không quay lại. / Paid; the browser"
                + " did not go back.</p><p><a href=\"/local/inbox\">Hộp thư / Inbox</a></p>"));
  }

  private static Answer back(String to, String told) {
    URI target = URI.create(to);
    return Answer.redirect(to + (target.getRawQuery() == null ? "?" : "&") + told);
  }
}
