package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Html;
import dev.hoso.local.http.Request;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** What the gateways were asked for, and how it stands there: for whoever tries things. */
final class OrdersPage {
  private final Desk desk;
  private final Map<String, Behaviour> behaviours;

  OrdersPage(Desk desk, Map<String, Behaviour> behaviours) {
    this.desk = desk;
    this.behaviours = behaviours;
  }

  /** JSON oldest first, a page newest first. */
  Answer answer(Request request) {
    return request.header("accept").orElse("").contains("application/json")
        ? Answer.json(200, json())
        : Answer.html(Html.page("Cổng thanh toán / Gateways", page()));
  }

  private ObjectNode json() {
    Instant now = desk.now();
    ObjectNode json = Json.object();
    ArrayNode orders = json.putArray("orders");
    desk.orders().all().forEach(order -> orders.add(order.json(now)));
    ObjectNode behaviour = json.putObject("behaviours");
    behaviours.forEach((gateway, how) -> behaviour.set(gateway, how.json()));
    return json;
  }

  private String page() {
    StringBuilder page =
        new StringBuilder(
            """
            <h1>Cổng thanh toán / Gateways</h1>
            <p><a href="/">←</a></p>
            <p>Bắt đầu ở đó / Payments that begin there:
            """);
    for (String gateway : StartForm.GATEWAYS) {
      page.append(
          "<a href=\"/local/gateways/%1$s%2$s\">%1$s</a> ".formatted(gateway, StartForm.PATH));
    }
    page.append("</p>");
    if (desk.orders().all().isEmpty()) {
      page.append("<p>Chưa có giao dịch nào. / Nothing yet.</p>");
    }
    desk.orders().all().reversed().forEach(order -> page.append(article(order)));
    return page.toString();
  }

  private String article(Order order) {
    Terms terms = order.terms();
    Instant now = desk.now();
    String pay =
        order.open(now)
            ? "<p><a href=\"%s\">Trả / Pay</a></p>"
                .formatted(Html.escape(desk.payUrl(terms.gateway(), terms.id())))
            : "";
    return """
        <article>
        <p class="faint">%s</p>
        <p class="text"><b>%s</b> · %s · %s%s</p>
        %s
        </article>
        """
        .formatted(
            Html.escape(terms.gateway()),
            Html.escape(terms.reference()),
            PayPage.money(terms),
            order.state(now).name().toLowerCase(Locale.ROOT),
            order.refunded() == 0 ? "" : " · hoàn / refunded " + order.refunded(),
            pay);
  }
}
