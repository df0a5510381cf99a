package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * MoMo, AIO version 2 (developers.momo.vn/v3/docs/payment/api): every request is signed over named
 * fields and the access key; answers to {@code create} and notifications are signed too, answers to
 * queries and refunds are not. A request of the same {@code requestId} gets the same answer.
 */
final class Momo implements StandIn {
  private static final String API = "/v2/gateway/api/";
  private static final Duration USUAL_TIME = Duration.ofMinutes(100);
  private static final long LEAST = 1_000;
  private static final long MOST = 50_000_000;
  private static final String[] CREATE = {
    "accessKey",
    "amount",
    "extraData",
    "ipnUrl",
    "orderId",
    "orderInfo",
    "partnerCode",
    "redirectUrl",
    "requestId",
    "requestType"
  };
  private static final String[] CREATED = {
    "accessKey",
    "amount",
    "orderId",
    "partnerCode",
    "payUrl",
    "requestId",
    "responseTime",
    "resultCode"
  };
  private static final String[] QUERY = {"accessKey", "orderId", "partnerCode", "requestId"};
  private static final String[] REFUND = {
    "accessKey", "amount", "description", "orderId", "partnerCode", "requestId", "transId"
  };
  private static final String[] NOTIFICATION = {
    "accessKey",
    "amount",
    "extraData",
    "message",
    "orderId",
    "orderInfo",
    "orderType",
    "partnerCode",
    "payType",
    "requestId",
    "responseTime",
    "resultCode",
    "transId"
  };

  private final Desk desk;
  private final Map<String, Answer> answered = new ConcurrentHashMap<>();

  Momo(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String code() {
    return "momo";
  }

  @Override
  public Answer answer(Call call) {
    JsonNode asked = call.json();
    return switch (call.route()) {
      case "POST " + API + "create" -> once(asked, CREATE, this::create);
      case "POST " + API + "refund" -> once(asked, REFUND, this::refund);
      case "POST " + API + "query" -> proven(asked, QUERY).orElseGet(() -> query(asked));
      case "POST " + API + "refund/query" ->
          proven(asked, QUERY).orElseGet(() -> queryRefund(asked));
      default -> Answer.message(404, "Not Found");
    };
  }

  /** What moves money is done once for each {@code requestId}. */
  private Answer once(JsonNode asked, String[] signed, Function<JsonNode, Answer> doing) {
    String request = Fields.text(asked, "requestId");
    return proven(asked, signed)
        .orElseGet(() -> answered.computeIfAbsent(request, it -> doing.apply(asked)));
  }

  /** The refusal where the request is not from the merchant. */
  private Optional<Answer> proven(JsonNode asked, String[] signed) {
    boolean merchant = Fields.text(asked, "partnerCode").equals(desk.setting("MOMO_PARTNER_CODE"));
    boolean right = Proof.same(Fields.text(asked, "signature"), signature(asked, signed));
    return merchant && right
        ? Optional.empty()
        : Optional.of(refused(400, asked, 13, "Merchant authentication failed."));
  }

  private String signature(JsonNode message, String[] names) {
    ObjectNode whole = message.deepCopy();
    whole.put("accessKey", desk.setting("MOMO_ACCESS_KEY"));
    return Proof.hex(desk.setting("MOMO_SECRET_KEY"), Fields.pairs(whole, names));
  }

  private Answer create(JsonNode asked) {
    String orderId = Fields.text(asked, "orderId");
    long amount = asked.path("amount").asLong();
    if (!orderId.matches("[0-9a-zA-Z]([-_.]*[0-9a-zA-Z]+)*") || orderId.length() > 50) {
      return refused(400, asked, 20, "Bad format request: orderId.");
    }
    if (amount < LEAST || amount > MOST) {
      return refused(400, asked, 22, "The transaction amount is out of range.");
    }
    if (desk.orders().byReference(code(), orderId).isPresent()) {
      return refused(400, asked, 41, "OrderId already exists.");
    }
    Order order = desk.orders().open(terms(asked, amount));
    ObjectNode answer = head(asked, 0, "Thành công.").put("amount", amount);
    answer.put("payUrl", desk.payUrl(code(), order.terms().id()));
    answer.put("deeplink", "momo://app?action=payWithApp&orderId=" + orderId);
    answer.put("qrCodeUrl", "momo://app?action=payWithQR&orderId=" + orderId);
    return Answer.json(200, answer.put("signature", signature(answer, CREATED)));
  }

  private Terms terms(JsonNode asked, long amount) {
    Instant now = desk.now();
    long minutes = asked.path("orderExpireTime").asLong(USUAL_TIME.toMinutes());
    String orderId = Fields.text(asked, "orderId");
    return new Terms(
        code(),
        orderId,
        orderId,
        amount,
        "VND",
        Fields.text(asked, "orderInfo"),
        Fields.text(asked, "redirectUrl"),
        Fields.text(asked, "ipnUrl"),
        now,
        Optional.of(now.plus(Duration.ofMinutes(minutes))),
        Map.of(
            "requestId", Fields.text(asked, "requestId"),
            "extraData", Fields.text(asked, "extraData")));
  }

  private Answer query(JsonNode asked) {
    Optional<Order> found = desk.orders().byReference(code(), Fields.text(asked, "orderId"));
    if (found.isEmpty()) {
      return refused(400, asked, 42, "Invalid orderId or orderId is not found.");
    }
    Order order = found.get();
    ObjectNode answer = head(asked, result(order), message(order));
    answer.put("extraData", order.terms().said("extraData"));
    answer.put("amount", order.terms().amount()).put("transId", transaction(order));
    answer.put("payType", order.state(desk.now()).moved() ? "qr" : "");
    answer.set("refundTrans", refunds(order));
    return Answer.json(200, answer);
  }

  private Answer refund(JsonNode asked) {
    String id = Fields.text(asked, "orderId");
    Optional<Order> paid = desk.orders().byTransaction(code(), Fields.text(asked, "transId"));
    if (desk.orders().byRefund(code(), id).isPresent()
        || desk.orders().byReference(code(), id).isPresent()) {
      return refused(400, asked, 41, "OrderId already exists.");
    }
    Refund refund =
        new Refund(id, asked.path("amount").asLong(), desk.orders().number(), desk.now());
    if (paid.isEmpty() || !paid.get().refund(refund)) {
      return refused(400, asked, 1088, "The original transaction is not eligible to be refunded.");
    }
    ObjectNode answer = head(asked, 0, "Thành công.").put("amount", refund.amount());
    return Answer.json(200, answer.put("transId", Long.parseLong(refund.transaction())));
  }

  /** Asked for a refund's order or for the order that it is of: public code does either. */
  private Answer queryRefund(JsonNode asked) {
    String id = Fields.text(asked, "orderId");
    Optional<Order> order =
        desk.orders().byRefund(code(), id).or(() -> desk.orders().byReference(code(), id));
    if (order.isEmpty() || order.get().refunds().isEmpty()) {
      return refused(400, asked, 42, "Invalid orderId or orderId is not found.");
    }
    ObjectNode answer = head(asked, 0, "Thành công.");
    answer.set("refundTrans", refunds(order.get()));
    return Answer.json(200, answer);
  }

  private static ArrayNode refunds(Order order) {
    ArrayNode list = Json.array();
    for (Refund refund : order.refunds()) {
      list.addObject()
          .put("orderId", refund.id())
          .put("amount", refund.amount())
          .put("resultCode", 0)
          .put("transId", Long.parseLong(refund.transaction()))
          .put("createdTime", refund.at().toEpochMilli());
    }
    return list;
  }

  private ObjectNode head(JsonNode asked, int result, String message) {
    return Json.object()
        .put("partnerCode", Fields.text(asked, "partnerCode"))
        .put("orderId", Fields.text(asked, "orderId"))
        .put("requestId", Fields.text(asked, "requestId"))
        .put("responseTime", desk.now().toEpochMilli())
        .put("message", message)
        .put("resultCode", result);
  }

  private Answer refused(int status, JsonNode asked, int result, String message) {
    return Answer.json(status, head(asked, result, message));
  }

  /** Codes of developers.momo.vn/v3/docs/payment/api/result-handling/resultcode. */
  private int result(Order order) {
    return switch (order.state(desk.now())) {
      case OPEN -> 1000;
      case PAID -> 0;
      case HELD -> 9000;
      case FAILED -> 1001;
      case CANCELLED -> 1006;
      case EXPIRED -> 1005;
    };
  }

  private String message(Order order) {
    return switch (order.state(desk.now())) {
      case OPEN -> "Giao dịch đã được khởi tạo, chờ người dùng xác nhận.";
      case PAID -> "Thành công.";
      case HELD -> "Giao dịch đã được xác nhận, chờ thu tiền.";
      case FAILED -> "Tài khoản không đủ tiền.";
      case CANCELLED -> "Giao dịch bị từ chối bởi người dùng.";
      case EXPIRED -> "Giao dịch đã hết hạn.";
    };
  }

  private static long transaction(Order order) {
    return order.transaction().isEmpty() ? 0 : Long.parseLong(order.transaction());
  }

  @Override
  public List<Webhook> webhooks(Order order) {
    String body = notification(order).toString();
    return List.of(now -> Webhook.post(order.terms().webhook(), body));
  }

  private ObjectNode notification(Order order) {
    Terms terms = order.terms();
    ObjectNode told =
        Json.object()
            .put("partnerCode", desk.setting("MOMO_PARTNER_CODE"))
            .put("orderId", terms.reference())
            .put("requestId", terms.said("requestId"))
            .put("amount", terms.amount())
            .put("orderInfo", terms.description())
            .put("orderType", "momo_wallet")
            .put("transId", transaction(order))
            .put("resultCode", result(order))
            .put("message", message(order))
            .put("payType", "qr")
            .put("responseTime", order.decided().toEpochMilli())
            .put("extraData", terms.said("extraData"));
    return told.put("signature", signature(told, NOTIFICATION));
  }

  /** 204 within 15 seconds (…/result-handling/notification). */
  @Override
  public boolean taken(int status, String body) {
    return status == 204;
  }

  /** The browser takes the notification's fields along. */
  @Override
  public String back(Order order) {
    Map<String, String> fields = new HashMap<>();
    notification(order)
        .properties()
        .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
    return Query.added(order.terms().returnUrl(), Query.of(fields));
  }
}
