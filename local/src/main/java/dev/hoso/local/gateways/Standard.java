package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Request;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Anybody who speaks Standard Webhooks (github.com/standard-webhooks/standard-webhooks, spec): id,
 * time and body are signed; the time is renewed with each call. What the body says of a payment is
 * ours (docs/GATEWAYS.md), and a payment begins with a form here.
 */
final class Standard implements StandIn {
  private final Desk desk;

  Standard(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String code() {
    return "standard";
  }

  @Override
  public Answer answer(Call call) {
    return switch (call.route()) {
      case "GET " + StartForm.PATH -> form().show(call.request());
      case "POST " + StartForm.PATH -> start(call.request());
      default -> Answer.message(404, "Not Found");
    };
  }

  private StartForm form() {
    return new StartForm(
        code(),
        "Standard Webhooks",
        List.of(
            new StartForm.Field("reference", "Mã giao dịch / Reference", ""),
            new StartForm.Field("amount", "Số tiền / Amount", "8000"),
            new StartForm.Field("currency", "Đồng tiền / Currency", "VND")));
  }

  private Answer start(Request request) {
    Map<String, String> form = request.form();
    String currency = form.getOrDefault("currency", "VND").strip().toUpperCase(Locale.ROOT);
    if (!List.of("VND", "USD", "EUR", "GBP", "JPY", "KRW", "CNY", "SGD", "THB")
        .contains(currency)) {
      return Answer.problem("currency", "a currency of docs/GATEWAYS.md");
    }
    long amount = StartForm.amount(form);
    if (amount == 0) {
      return StartForm.amountExpected();
    }
    String id = desk.orders().number();
    desk.orders()
        .open(
            new Terms(
                code(),
                form.getOrDefault("reference", "").strip(),
                id,
                amount,
                currency,
                "Standard Webhooks",
                "",
                desk.webhook(code()),
                desk.now(),
                Optional.empty(),
                Map.of()));
    return Answer.redirect(desk.payUrl(code(), id));
  }

  @Override
  public List<Webhook> webhooks(Order order) {
    String id = "msg_" + desk.orders().number();
    String body = event(order).toString();
    byte[] key =
        Base64.getDecoder().decode(desk.setting("STANDARD_SECRETS").replaceFirst("^whsec_", ""));
    return List.of(
        now -> {
          String time = Long.toString(now.getEpochSecond());
          String proof = Proof.base64(key, id + "." + time + "." + body);
          return Webhook.post(order.terms().webhook(), body)
              .header("webhook-id", id)
              .header("webhook-timestamp", time)
              .header("webhook-signature", "v1," + proof);
        });
  }

  private ObjectNode event(Order order) {
    String type =
        switch (order.state(desk.now())) {
          case PAID -> "payment.succeeded";
          case FAILED -> "payment.failed";
          case CANCELLED -> "payment.cancelled";
          case EXPIRED -> "payment.expired";
          case OPEN, HELD -> "payment.pending";
        };
    ObjectNode json =
        Json.object()
            .put("type", type)
            .put("timestamp", order.decided().truncatedTo(ChronoUnit.SECONDS).toString());
    json.putObject("data")
        .put("reference", order.terms().reference())
        .put("amount", order.terms().amount())
        .put("currency", order.terms().currency())
        .put("transactionId", "tx" + order.transaction());
    return json;
  }

  @Override
  public int calls() {
    return 10;
  }
}
