package dev.hoso.local.gateways;

import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Html;
import dev.hoso.local.http.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/** The pay page of all gateways: shows what is to be paid, and lets a person decide. */
final class PayPage {
  /** Below a gateway's base address. */
  static final String PATH = "/pay";

  private final Desk desk;
  private final Till till;

  PayPage(Desk desk, Till till) {
    this.desk = desk;
    this.till = till;
  }

  /** Answers who opens the page or presses one of its buttons. */
  Answer answer(StandIn gateway, Request request) {
    boolean decides = request.method().equals("POST");
    String id = (decides ? request.form() : request.query()).getOrDefault("order", "");
    Optional<Order> order = desk.orders().byId(gateway.code(), id);
    if (order.isEmpty()) {
      return refused(gateway.code(), "Không tìm thấy giao dịch. / No such payment.");
    }
    return decides ? decide(gateway, order.get(), request) : show(gateway, order.get());
  }

  /** The page of an order. */
  Answer show(StandIn gateway, Order order) {
    Instant now = desk.now();
    if (order.open(now)) {
      return Answer.html(Html.page(title(gateway.code()), form(gateway, order)));
    }
    return refused(
        gateway.code(),
        order.state(now) == State.EXPIRED
            ? "Giao dịch đã quá thời gian thanh toán. / The time for this payment is over."
            : "Giao dịch đã kết thúc. / This payment has ended: "
                + order.state(now).name().toLowerCase(Locale.ROOT));
  }

  private Answer decide(StandIn gateway, Order order, Request request) {
    Optional<Choice> choice =
        Choice.of(request.form().getOrDefault("outcome", "")).filter(gateway.choices()::contains);
    if (choice.isEmpty()) {
      return Answer.problem("outcome", "one of " + gateway.choices());
    }
    if (!till.decide(gateway, order, choice.get())) {
      return show(gateway, order);
    }
    String back = choice.get().returns() ? gateway.back(order) : "";
    return back.isEmpty() ? stayed(gateway.code()) : Answer.redirect(back);
  }

  private static String form(StandIn gateway, Order order) {
    StringBuilder buttons = new StringBuilder();
    for (Choice choice : gateway.choices()) {
      buttons.append(
          "<button name=\"outcome\" value=\"%s\">%s</button>%n"
              .formatted(choice.name(), Html.escape(choice.label())));
    }
    Terms terms = order.terms();
    return """
        <h1>%s <span class="faint">thay thế trên máy này / stand-in on this machine</span></h1>
        <dl>
        <dt>Số tiền / Amount</dt><dd id="amount">%s</dd>
        <dt>Nội dung / For</dt><dd class="text">%s</dd>
        <dt>Mã giao dịch / Reference</dt><dd class="text">%s</dd>
        </dl>
        <form method="post" action="/local/gateways/%s%s">
        <input type="hidden" name="order" value="%s">
        %s
        </form>
        """
        .formatted(
            gateway.code(),
            money(terms),
            Html.escape(terms.description()),
            Html.escape(terms.reference()),
            gateway.code(),
            PATH,
            Html.escape(terms.id()),
            buttons);
  }

  /** The amount as a person reads it: {@code 8,000 VND}, {@code 50.00 GBP}. */
  static String money(Terms terms) {
    int digits = Currency.getInstance(terms.currency()).getDefaultFractionDigits();
    return String.format(
        Locale.ROOT,
        "%,." + digits + "f %s",
        BigDecimal.valueOf(terms.amount(), digits),
        terms.currency());
  }

  static Answer refused(String gateway, String why) {
    String body =
        "<h1>%s</h1><p role=\"alert\">%s</p><p><a href=\"/local/gateways\">←</a></p>"
            .formatted(title(gateway), Html.escape(why));
    return Answer.of(400, "text/html; charset=utf-8", Html.page(title(gateway), body));
  }

  private static Answer stayed(String gateway) {
    String body =
        """
        <h1>%s</h1>
        <p>Xong; trình duyệt không quay lại. / Done; the browser did not go back.</p>
        <p><a href="/local/inbox">Hộp thư / Inbox</a> · <a href="/local/gateways">Cổng thanh toán / Gateways</a></p>
        """
            .formatted(title(gateway));
    return Answer.html(Html.page(title(gateway), body));
  }

  private static String title(String gateway) {
    return gateway + " (local)";
  }
}
