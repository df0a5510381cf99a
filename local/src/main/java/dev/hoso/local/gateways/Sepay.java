package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Request;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SePay, which watches bank accounts (developer.sepay.vn/en/sepay-webhooks): a person's bank
 * transfer becomes a webhook, signed over time and body. Nobody can ask for a transfer; a form here
 * stands for the person's bank, and loses punctuation as banks do.
 */
final class Sepay implements StandIn {
  /** The pattern of payment codes that is set up there; see docs/GATEWAYS.md. */
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]{2,3}\\d{4,12}\\b");

  private final Desk desk;

  Sepay(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String code() {
    return "sepay";
  }

  @Override
  public Answer answer(Call call) {
    return switch (call.route()) {
      case "GET " + StartForm.PATH -> form().show(call.request());
      case "POST " + StartForm.PATH -> transfer(call.request());
      default -> Answer.message(404, "Not Found");
    };
  }

  private StartForm form() {
    return new StartForm(
        code(),
        "Chuyển khoản / Bank transfer",
        List.of(
            new StartForm.Field(
                "account", "Đến tài khoản / To account", desk.setting("SEPAY_ACCOUNT_NUMBERS")),
            new StartForm.Field("amount", "Số tiền (đồng) / Amount (VND)", "8000"),
            new StartForm.Field("content", "Nội dung / Content", "")));
  }

  private Answer transfer(Request request) {
    Map<String, String> form = request.form();
    long amount = StartForm.amount(form);
    if (amount == 0) {
      return StartForm.amountExpected();
    }
    String content =
        form.getOrDefault("content", "")
            .replaceAll("[^\\p{L}\\p{N} ]", "")
            .toUpperCase(Locale.ROOT);
    String id = desk.orders().number();
    desk.orders()
        .open(
            new Terms(
                code(),
                paymentCode(content).orElse(content),
                id,
                amount,
                "VND",
                content,
                "",
                desk.webhook(code()),
                desk.now(),
                Optional.empty(),
                Map.of("account", form.getOrDefault("account", "").strip())));
    return Answer.redirect(desk.payUrl(code(), id));
  }

  private static Optional<String> paymentCode(String content) {
    Matcher code = CODE.matcher(content);
    return code.find() ? Optional.of(code.group()) : Optional.empty();
  }

  /** A transfer is done or not; nothing is told of one that is not. */
  @Override
  public Set<Choice> choices() {
    return EnumSet.of(Choice.PAID, Choice.LOST, Choice.TWICE);
  }

  @Override
  public List<Webhook> webhooks(Order order) {
    String body = body(order).toString();
    String secret = desk.setting("SEPAY_SECRET");
    return List.of(
        now -> {
          String time = Long.toString(now.getEpochSecond());
          return Webhook.post(order.terms().webhook(), body)
              .header("x-sepay-timestamp", time)
              .header("x-sepay-signature", "sha256=" + Proof.hex(secret, time + "." + body));
        });
  }

  private static ObjectNode body(Order order) {
    Terms terms = order.terms();
    return Json.object()
        .put("id", Long.parseLong(order.transaction()))
        .put("gateway", "Vietcombank")
        .put("transactionDate", Desk.vietnam("yyyy-MM-dd HH:mm:ss", order.decided()))
        .put("accountNumber", terms.said("account"))
        .put("code", paymentCode(terms.description()).orElse(null))
        .put("content", terms.description() + " FT" + terms.id() + " chuyen tien")
        .put("transferType", "in")
        .put("transferAmount", terms.amount())
        .put("accumulated", 19_077_000)
        .putNull("subAccount")
        .put("referenceCode", "MBVCB." + order.transaction())
        .put("description", "");
  }

  @Override
  public int calls() {
    return 8;
  }
}
