package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * payOS (payos.vn/docs/api, payos-lib-java 2): three keys; a payment request is signed over five
 * fields, answers and webhooks over all fields of {@code data}. Errors come with HTTP 200 and a
 * {@code code}. It tells of payments only, and has no refunds.
 */
final class Payos implements StandIn {
  private static final String API = "/v2/payment-requests";
  private static final String ISO = "yyyy-MM-dd'T'HH:mm:ssxxx";
  private static final int LONGEST_DESCRIPTION = 25;
  private static final String ACCOUNT = "0011002233445";

  private final Desk desk;

  Payos(Desk desk) {
    this.desk = desk;
  }

  @Override
  public String code() {
    return "payos";
  }

  @Override
  public Answer answer(Call call) {
    if (!call.header("x-client-id").equals(desk.setting("PAYOS_CLIENT_ID"))
        || !call.header("x-api-key").equals(desk.setting("PAYOS_API_KEY"))) {
      return Answer.json(401, error("401", "Unauthorized"));
    }
    if (call.route().equals("POST " + API)) {
      return Answer.json(200, create(call.json()));
    }
    boolean cancels = call.route().matches("POST " + API + "/[^/]+/cancel");
    if (cancels || call.route().matches("GET " + API + "/[^/]+")) {
      Optional<Order> order = find(call.part(2));
      if (cancels) {
        order.ifPresent(it -> it.decide(State.CANCELLED, "", desk.now()));
      }
      return Answer.json(
          200,
          order.map(it -> signed(link(it))).orElse(error("101", "Mã thanh toán không tồn tại")));
    }
    return Answer.message(404, "Not Found");
  }

  /** By our order code or by its own id. */
  private Optional<Order> find(String name) {
    return desk.orders().byId(code(), name).or(() -> desk.orders().byReference(code(), name));
  }

  private ObjectNode create(JsonNode asked) {
    String signed =
        Fields.pairs(asked, "amount", "cancelUrl", "description", "orderCode", "returnUrl");
    if (!Proof.same(Fields.text(asked, "signature"), proof(signed))) {
      return error("201", "Mã kiểm tra (signature) không hợp lệ");
    }
    String description = Fields.text(asked, "description");
    if (description.length() > LONGEST_DESCRIPTION) {
      return error("20", "description: Mô tả tối đa 25 kí tự");
    }
    if (!asked.path("orderCode").isIntegralNumber() || asked.path("amount").asLong() <= 0) {
      return error("20", "orderCode and amount must be whole numbers above zero");
    }
    if (desk.orders().byReference(code(), Fields.text(asked, "orderCode")).isPresent()) {
      return error("231", "Đơn thanh toán đã tồn tại");
    }
    Order order = desk.orders().open(terms(asked, description));
    return signed(opened(order));
  }

  private Terms terms(JsonNode asked, String description) {
    Optional<Instant> expires =
        Optional.of(asked.path("expiredAt"))
            .filter(JsonNode::isNumber)
            .map(it -> Instant.ofEpochSecond(it.asLong()));
    return new Terms(
        code(),
        Fields.text(asked, "orderCode"),
        HexFormat.of().toHexDigits(Long.parseLong(desk.orders().number())).repeat(2),
        asked.path("amount").asLong(),
        "VND",
        description,
        Fields.text(asked, "returnUrl"),
        desk.webhook(code()),
        desk.now(),
        expires,
        Map.of("cancelUrl", Fields.text(asked, "cancelUrl")));
  }

  private ObjectNode opened(Order order) {
    Terms terms = order.terms();
    ObjectNode data =
        Json.object()
            .put("bin", "970422")
            .put("accountNumber", ACCOUNT)
            .put("accountName", "SO TAI CHINH (LOCAL)")
            .put("amount", terms.amount())
            .put("description", terms.description())
            .put("orderCode", Long.parseLong(terms.reference()))
            .put("currency", "VND")
            .put("paymentLinkId", terms.id())
            .put("status", status(order));
    terms.expires().ifPresent(at -> data.put("expiredAt", at.getEpochSecond()));
    return data.put("checkoutUrl", desk.payUrl(code(), terms.id()))
        .put("qrCode", "00020101021238570010A000000727");
  }

  private ObjectNode link(Order order) {
    Terms terms = order.terms();
    boolean paid = order.state(desk.now()) == State.PAID;
    ObjectNode data =
        Json.object()
            .put("id", terms.id())
            .put("orderCode", Long.parseLong(terms.reference()))
            .put("amount", terms.amount())
            .put("amountPaid", paid ? terms.amount() : 0)
            .put("amountRemaining", paid ? 0 : terms.amount())
            .put("status", status(order))
            .put("createdAt", Desk.vietnam(ISO, terms.created()));
    var transactions = data.putArray("transactions");
    if (paid) {
      transactions.add(transfer(order, ISO));
    }
    boolean cancelled = order.state(desk.now()) == State.CANCELLED;
    data.put("cancellationReason", cancelled ? "cancelled" : null);
    return data.put("canceledAt", cancelled ? Desk.vietnam(ISO, order.decided()) : null);
  }

  private static ObjectNode transfer(Order order, String timeForm) {
    return Json.object()
        .put("reference", "FT" + order.transaction())
        .put("amount", order.terms().amount())
        .put("accountNumber", ACCOUNT)
        .put("description", order.terms().description())
        .put("transactionDateTime", Desk.vietnam(timeForm, order.decided()))
        .putNull("virtualAccountName")
        .putNull("virtualAccountNumber")
        .putNull("counterAccountBankId")
        .putNull("counterAccountBankName")
        .putNull("counterAccountName")
        .putNull("counterAccountNumber");
  }

  private String status(Order order) {
    return switch (order.state(desk.now())) {
      case OPEN, FAILED -> "PENDING";
      case PAID -> "PAID";
      case HELD -> "PROCESSING";
      case CANCELLED -> "CANCELLED";
      case EXPIRED -> "EXPIRED";
    };
  }

  private ObjectNode signed(ObjectNode data) {
    ObjectNode answer = Json.object().put("code", "00").put("desc", "success");
    answer.set("data", data);
    return answer.put("signature", proof(canonical(data)));
  }

  private static ObjectNode error(String code, String text) {
    return Json.object().put("code", code).put("desc", text);
  }

  private String proof(String text) {
    return Proof.hex(desk.setting("PAYOS_CHECKSUM_KEY"), text);
  }

  /** All fields, sorted; nothing for null; lists as JSON with their objects' fields sorted. */
  static String canonical(ObjectNode data) {
    return sorted(data).entrySet().stream()
        .map(field -> field.getKey() + "=" + value(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String value(JsonNode value) {
    if (!value.isArray()) {
      return value.isNull() ? "" : value.asText();
    }
    var list = Json.array();
    value.forEach(item -> list.add(item.isObject() ? Json.tree(sorted(item)) : item));
    return list.toString();
  }

  private static Map<String, JsonNode> sorted(JsonNode object) {
    Map<String, JsonNode> fields = new TreeMap<>();
    object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  @Override
  public List<Webhook> webhooks(Order order) {
    if (order.state(desk.now()) != State.PAID) {
      return List.of();
    }
    ObjectNode data = transfer(order, "yyyy-MM-dd HH:mm:ss");
    data.put("orderCode", Long.parseLong(order.terms().reference()));
    data.put("currency", "VND").put("paymentLinkId", order.terms().id());
    data.put("code", "00").put("desc", "Thành công");
    ObjectNode body = signed(data).put("success", true);
    return List.of(now -> Webhook.post(order.terms().webhook(), body.toString()));
  }

  @Override
  public String back(Order order) {
    boolean cancelled = order.state(desk.now()) == State.CANCELLED;
    return Query.added(
        cancelled ? order.terms().said("cancelUrl") : order.terms().returnUrl(),
        Query.of(
            Map.of(
                "code", "00",
                "id", order.terms().id(),
                "cancel", Boolean.toString(cancelled),
                "status", status(order),
                "orderCode", order.terms().reference())));
  }
}
