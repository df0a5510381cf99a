package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ZaloPay, version 2 (docs.zalopay.vn/v2, npm zalopay-nodejs): key 1 proves requests, key 2 its
 * callbacks, answers are not signed. It calls back only when money was taken; it does not tell of
 * refunds, which are under way at first. Requests are JSON or forms.
 */
final class Zalopay implements StandIn {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);
  private static final int USUAL_SECONDS = 900;

  /** These two could not be read in a public copy of beta-docs.zalopay.vn's status codes. */
  private static final int NOT_FOUND = -101;

  private static final int DUPLICATE_REFUND = -23;
  private static final int SUCCESS = 1;
  private static final int FAIL = 2;
  private static final int PROCESSING = 3;

  private final Desk desk;

  Zalopay(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String code() {
    return "zalopay";
  }

  @Override
  public Answer answer(Call call) {
    JsonNode asked = call.fields();
    return Answer.json(
        200,
        switch (call.route()) {
          case "POST /v2/create" -> proven(asked, order(asked)).orElseGet(() -> create(asked));
          case "POST /v2/query" -> proven(asked, question(asked)).orElseGet(() -> query(asked));
          case "POST /v2/refund" -> proven(asked, refundOf(asked)).orElseGet(() -> refund(asked));
          case "POST /v2/query_refund" ->
              proven(asked, Fields.bars(asked, "app_id", "m_refund_id", "timestamp"))
                  .orElseGet(() -> queryRefund(asked));
          default -> result(FAIL, -1, "no such call: " + call.route());
        });
  }

  private static String order(JsonNode asked) {
    return Fields.bars(
        asked, "app_id", "app_trans_id", "app_user", "amount", "app_time", "embed_data", "item");
  }

  /** A query's proof has the key in the signed text, too. */
  private String question(JsonNode asked) {
    return Fields.bars(asked, "app_id", "app_trans_id") + "|" + desk.setting("ZALOPAY_KEY1");
  }

  private static String refundOf(JsonNode asked) {
    return asked.has("refund_fee_amount")
        ? Fields.bars(
            asked,
            "app_id",
            "zp_trans_id",
            "amount",
            "refund_fee_amount",
            "description",
            "timestamp")
        : Fields.bars(asked, "app_id", "zp_trans_id", "amount", "description", "timestamp");
  }

  private Optional<ObjectNode> proven(JsonNode asked, String signed) {
    String mac = Proof.hex(desk.setting("ZALOPAY_KEY1"), signed);
    boolean ours = Fields.text(asked, "app_id").equals(desk.setting("ZALOPAY_APP_ID"));
    return ours && Proof.same(mac, Fields.text(asked, "mac"))
        ? Optional.empty()
        : Optional.of(result(FAIL, -402, "Invalid mac"));
  }

  private ObjectNode create(JsonNode asked) {
    Instant now = desk.now();
    String id = Fields.text(asked, "app_trans_id");
    if (!id.startsWith(Desk.vietnam("yyMMdd", now) + "_") || id.length() > 40) {
      return result(FAIL, -92, "app_trans_id must be yymmdd_… of today in Vietnam");
    }
    Instant asOf = Instant.ofEpochMilli(asked.path("app_time").asLong());
    if (Duration.between(asOf, now).abs().compareTo(CLOCKS_DIFFER) > 0) {
      return result(FAIL, -54, "app_time is more than 15 minutes off");
    }
    if (asked.path("amount").asLong() <= 0) {
      return result(FAIL, -401, "amount is invalid");
    }
    if (desk.orders().byReference(code(), id).isPresent()) {
      return result(FAIL, -68, "Mã giao dịch bị trùng");
    }
    Order order = desk.orders().open(terms(asked, id, now));
    return result(SUCCESS, 1, "Giao dịch thành công")
        .put("zp_trans_token", "AC" + desk.orders().number())
        .put("order_url", desk.payUrl(code(), order.terms().id()));
  }

  private Terms terms(JsonNode asked, String id, Instant now) {
    String callback = Fields.text(asked, "callback_url");
    long seconds = asked.path("expire_duration_seconds").asLong(USUAL_SECONDS);
    return new Terms(
        code(),
        id,
        id,
        asked.path("amount").asLong(),
        "VND",
        Fields.text(asked, "description"),
        redirect(asked),
        callback.isEmpty() ? desk.webhook(code()) : callback,
        now,
        Optional.of(now.plusSeconds(seconds)),
        Map.of(
            "app_time", Fields.text(asked, "app_time"),
            "app_user", Fields.text(asked, "app_user"),
            "embed_data", Fields.text(asked, "embed_data"),
            "item", Fields.text(asked, "item")));
  }

  private static String redirect(JsonNode asked) {
    try {
      return Json.read(Fields.text(asked, "embed_data")).path("redirecturl").asText("");
    } catch (UncheckedIOException e) {
      return "";
    }
  }

  private ObjectNode query(JsonNode asked) {
    Optional<Order> found = desk.orders().byReference(code(), Fields.text(asked, "app_trans_id"));
    if (found.isEmpty()) {
      return result(FAIL, NOT_FOUND, "app_trans_id is not known");
    }
    Order order = found.get();
    ObjectNode answer =
        switch (order.state(desk.now())) {
          case PAID -> result(SUCCESS, 1, "Giao dịch thành công");
          case OPEN, HELD -> result(PROCESSING, 1, "Giao dịch chưa được thực hiện");
          case FAILED -> result(FAIL, -63, "Tài khoản không đủ số dư");
          case CANCELLED -> result(FAIL, -329, "User huỷ giao dịch thanh toán");
          case EXPIRED -> result(FAIL, -54, "Giao dịch đã hết hạn");
        };
    boolean paid = order.state(desk.now()) == State.PAID;
    return answer
        .put("is_processing", order.state(desk.now()) == State.HELD)
        .put("amount", order.terms().amount())
        .put("discount_amount", 0)
        .put("zp_trans_id", paid ? Long.parseLong(order.transaction()) : 0)
        .put("server_time", order.decided().toEpochMilli());
  }

  private ObjectNode refund(JsonNode asked) {
    String id = Fields.text(asked, "m_refund_id");
    if (!id.matches("\\d{6}_" + desk.setting("ZALOPAY_APP_ID") + "_.+")) {
      return result(FAIL, -401, "m_refund_id must be yymmdd_appid_…");
    }
    if (desk.orders().byRefund(code(), id).isPresent()) {
      return result(FAIL, DUPLICATE_REFUND, "m_refund_id bị trùng");
    }
    Refund refund =
        new Refund(id, asked.path("amount").asLong(), desk.orders().number(), desk.now());
    boolean sent =
        desk.orders()
            .byTransaction(code(), Fields.text(asked, "zp_trans_id"))
            .filter(order -> order.refund(refund))
            .isPresent();
    return sent
        ? result(PROCESSING, 2, "Giao dịch đang hoàn tiền")
            .put("refund_id", Long.parseLong(refund.transaction()))
        : result(FAIL, -13, "Hoàn tiền thất bại: không có số tiền này để hoàn");
  }

  private ObjectNode queryRefund(JsonNode asked) {
    String id = Fields.text(asked, "m_refund_id");
    return desk.orders()
        .byRefund(code(), id)
        .flatMap(order -> order.refund(id))
        .map(
            refund ->
                refund.done(desk.now())
                    ? result(SUCCESS, 1, "Giao dịch hoàn tiền thành công")
                    : result(PROCESSING, 2, "Giao dịch đang hoàn tiền"))
        .orElseGet(() -> result(FAIL, NOT_FOUND, "m_refund_id is not known"));
  }

  private static ObjectNode result(int code, int detail, String message) {
    return Json.object()
        .put("return_code", code)
        .put("return_message", message)
        .put("sub_return_code", detail)
        .put("sub_return_message", message);
  }

  @Override
  public List<Webhook> webhooks(Order order) {
    if (order.state(desk.now()) != State.PAID) {
      return List.of();
    }
    String data = data(order);
    ObjectNode body = Json.object().put("data", data);
    body.put("mac", Proof.hex(desk.setting("ZALOPAY_KEY2"), data)).put("type", 1);
    return List.of(now -> Webhook.post(order.terms().webhook(), body.toString()));
  }

  private String data(Order order) {
    Terms terms = order.terms();
    return Json.object()
        .put("app_id", Integer.parseInt(desk.setting("ZALOPAY_APP_ID")))
        .put("app_trans_id", terms.reference())
        .put("app_time", Long.parseLong(terms.said("app_time")))
        .put("app_user", terms.said("app_user"))
        .put("amount", terms.amount())
        .put("embed_data", terms.said("embed_data"))
        .put("item", terms.said("item"))
        .put("zp_trans_id", Long.parseLong(order.transaction()))
        .put("server_time", order.decided().toEpochMilli())
        .put("channel", 38)
        .put("merchant_user_id", "rNDdBVmZ6oE")
        .put("user_fee_amount", 0)
        .put("discount_amount", 0)
        .toString();
  }

  /** 1 is taken in, 2 is known already; at anything else it calls again, three times. */
  @Override
  public boolean taken(int status, String body) {
    try {
      return List.of(1, 2).contains(Json.read(body).path("return_code").asInt());
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  @Override
  public int calls() {
    return 4;
  }

  @Override
  public String back(Order order) {
    String status = order.state(desk.now()) == State.PAID ? "1" : "-49";
    return Query.added(
        order.terms().returnUrl(),
        Query.of(
            Map.of(
                "appid", desk.setting("ZALOPAY_APP_ID"),
                "apptransid", order.terms().reference(),
                "amount", Long.toString(order.terms().amount()),
                "status", status)));
  }
}
