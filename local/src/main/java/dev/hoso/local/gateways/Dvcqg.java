package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Request;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The National Public Service Portal's payment platform. There is no public document: the callback
 * is as in the open OpenCPS integration of 2020 (VietOpenCPS/opencps-v2), with a checksum that
 * leaves out the status. The detail query's request is from there, too; <b>its address, its answer
 * and the answer's checksum are our own assumption</b>: {@code
 * client_id|command|status|trans_amount|transaction_code|transaction_id} with hash key 2.
 *
 * <p>A payment begins at the portal, so a form here asks for what our receipt shows.
 */
final class Dvcqg implements StandIn {
  private static final String VERSION = "3.0";

  private final Desk desk;

  Dvcqg(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String code() {
    return "dvcqg";
  }

  @Override
  public Answer answer(Call call) {
    return switch (call.route()) {
      case "GET " + StartForm.PATH -> form().show(call.request());
      case "POST " + StartForm.PATH -> start(call.request());
      case "POST /api/v1/transaction/detail" -> Answer.json(200, detail(call.json()));
      default -> Answer.message(404, "Not Found");
    };
  }

  private StartForm form() {
    return new StartForm(
        code(),
        "Cổng Dịch vụ công Quốc gia / National Public Service Portal",
        List.of(
            new StartForm.Field("reference", "Mã giao dịch / Reference", ""),
            new StartForm.Field("amount", "Số tiền (đồng) / Amount (VND)", "8000")));
  }

  private Answer start(Request request) {
    Map<String, String> form = request.form();
    String reference = form.getOrDefault("reference", "").strip();
    long amount = StartForm.amount(form);
    if (amount == 0) {
      return StartForm.amountExpected();
    }
    desk.orders()
        .openOnce(
            new Terms(
                code(),
                reference,
                reference,
                amount,
                "VND",
                "Le phi ho so",
                "",
                desk.webhook(code()),
                desk.now(),
                Optional.empty(),
                Map.of()));
    return Answer.redirect(desk.payUrl(code(), reference));
  }

  private ObjectNode detail(JsonNode asked) {
    String signed = Fields.bars(asked, "client_id", "command", "transaction_id");
    String right = Proof.hex(desk.setting("DVCQG_HASH_KEY1"), signed);
    boolean ours = Fields.text(asked, "client_id").equals(desk.setting("DVCQG_CLIENT_ID"));
    if (!ours || !Proof.same(right, Fields.text(asked, "check_sum"))) {
      return Json.object().put("error", "1").put("msg", "check_sum is wrong");
    }
    return desk.orders()
        .byReference(code(), Fields.text(asked, "transaction_id"))
        .map(order -> detail(order).put("error", "0"))
        .orElseGet(() -> Json.object().put("error", "2").put("msg", "transaction not found"));
  }

  private ObjectNode detail(Order order) {
    ObjectNode json =
        Json.object()
            .put("client_id", desk.setting("DVCQG_CLIENT_ID"))
            .put("command", "QUERY")
            .put("transaction_id", order.terms().reference())
            .put("transaction_code", transactionCode(order))
            .put("trans_amount", Long.toString(order.terms().amount()))
            .put("status", status(order));
    if (order.state(desk.now()) == State.PAID) {
      json.put("pay_time", Desk.vietnam("yyyyMMddHHmmss", order.decided()));
    }
    String signed =
        Fields.bars(
            json,
            "client_id",
            "command",
            "status",
            "trans_amount",
            "transaction_code",
            "transaction_id");
    return json.put("check_sum", Proof.hex(desk.setting("DVCQG_HASH_KEY2"), signed));
  }

  private static String transactionCode(Order order) {
    return order.transaction().isEmpty() ? "" : "KP" + order.transaction();
  }

  /** 0 paid, 1 failed, 2 not decided. */
  private String status(Order order) {
    return switch (order.state(desk.now())) {
      case PAID -> "0";
      case FAILED, CANCELLED, EXPIRED -> "1";
      case OPEN, HELD -> "2";
    };
  }

  @Override
  public List<Webhook> webhooks(Order order) {
    ObjectNode json =
        Json.object()
            .put("client_id", desk.setting("DVCQG_CLIENT_ID"))
            .put("transaction_id", order.terms().reference())
            .put("transaction_code", transactionCode(order))
            .put("trans_amount", Long.toString(order.terms().amount()))
            .put("payment_fee", "0")
            .put("addition_fee", "0")
            .put("command", "PAY")
            .put("version", VERSION)
            .put("description", order.terms().description())
            .put("locale", "vn")
            .put("country_code", "vi")
            .put("currency_code", "VND")
            .put("environment", "1")
            .put("status", Integer.parseInt(status(order)));
    String signed =
        Fields.bars(
            json,
            "addition_fee",
            "client_id",
            "command",
            "trans_amount",
            "transaction_id",
            "version");
    json.put("check_sum", Proof.hex(desk.setting("DVCQG_HASH_KEY2"), signed));
    return List.of(now -> Webhook.post(order.terms().webhook(), json.toString()));
  }

  @Override
  public boolean taken(int status, String body) {
    try {
      return Json.read(body).path("return_code").asInt(-1) == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
