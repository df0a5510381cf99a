package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Stripe's checkout sessions and refunds (docs.stripe.com/api, …/api/idempotent_requests,
 * …/webhooks): forms in, JSON out, the secret key as bearer. Đồng have no decimals. An attempt that
 * failed, or a person who went back, leaves the session open.
 */
final class Stripe implements StandIn {
  private static final String SESSIONS = "/v1/checkout/sessions";
  private static final String REFUNDS = "/v1/refunds";
  private static final Duration LONGEST = Duration.ofHours(24);
  private static final Duration SHORTEST = Duration.ofMinutes(30);

  private record First(String form, Answer answer) {}

  private final Desk desk;
  private final Notifier notifier;
  private final StripeObjects objects;
  private final Map<String, First> answered = new HashMap<>();

  /**
   * A stand-in.
   *
   * @param notifier tells of what happens by the interface
   */
  Stripe(Desk desk, Notifier notifier) {
    this.desk = desk;
    this.notifier = notifier;
    this.objects = new StripeObjects(desk);
  }

  @Override
  public String code() {
    return "stripe";
  }

  @Override
  public Answer answer(Call call) {
    if (call.bearer().filter(desk.setting("STRIPE_SECRET_KEY")::equals).isEmpty()) {
      return error(401, "invalid_request_error", "", "Invalid API Key provided.");
    }
    return switch (call.request().method()) {
      case "POST" -> once(call);
      case "GET" -> show(call);
      default -> unknown(call);
    };
  }

  /** The same key gets the same answer; with other fields it is refused. A refusal is not kept. */
  private synchronized Answer once(Call call) {
    String key = call.header("idempotency-key");
    String form = call.path() + "?" + Query.of(call.request().form());
    First first = answered.get(key);
    if (first == null) {
      Answer answer = change(call);
      if (!key.isEmpty() && answer.status() == 200) {
        answered.put(key, new First(form, answer));
      }
      return answer;
    }
    return first.form().equals(form)
        ? first.answer().with("idempotent-replayed", "true")
        : error(
            400,
            "idempotency_error",
            "",
            "Keys for idempotent requests can only be used with the same parameters.");
  }

  private Answer change(Call call) {
    if (call.path().equals(SESSIONS)) {
      return create(call.request().form());
    }
    if (call.path().equals(REFUNDS)) {
      return refund(call.request().form());
    }
    return call.path().matches(SESSIONS + "/[^/]+/expire") ? expire(call) : unknown(call);
  }

  private Answer show(Call call) {
    String id = call.path().substring(call.path().lastIndexOf('/') + 1);
    if (call.path().equals(SESSIONS + "/" + id)) {
      boolean expanded = call.request().query().containsValue("payment_intent");
      return desk.orders()
          .byId(code(), id)
          .map(order -> Answer.json(200, objects.session(order, expanded)))
          .orElseGet(() -> unknown(call));
    }
    if (call.path().equals(REFUNDS)) {
      return refunds(call.request().query().getOrDefault("payment_intent", ""));
    }
    return desk.orders()
        .byRefund(code(), id)
        .filter(order -> call.path().equals(REFUNDS + "/" + id))
        .map(order -> Answer.json(200, objects.refund(order, order.refund(id).orElseThrow())))
        .orElseGet(() -> unknown(call));
  }

  private Answer create(Map<String, String> form) {
    String price = "line_items[0][price_data]";
    for (String needed :
        List.of("success_url", price + "[currency]", price + "[unit_amount]", "mode")) {
      if (form.getOrDefault(needed, "").isEmpty()) {
        return error(
            400, "invalid_request_error", needed, "Missing required param: " + needed + ".");
      }
    }
    String amount = form.getOrDefault(price + "[unit_amount]", "");
    if (!amount.matches("[1-9]\\d{0,7}")) {
      return error(400, "invalid_request_error", price, "Invalid integer: " + amount);
    }
    Instant now = desk.now();
    Instant expires =
        form.containsKey("expires_at")
            ? Instant.ofEpochSecond(Long.parseLong(form.getOrDefault("expires_at", "")))
            : now.plus(LONGEST);
    // A second of grace: they compare in whole seconds.
    if (expires.isAfter(now.plus(LONGEST).plusSeconds(1))
        || expires.isBefore(now.plus(SHORTEST).minusSeconds(1))) {
      return error(
          400,
          "invalid_request_error",
          "expires_at",
          "The `expires_at` timestamp must be between 30 minutes and 24 hours from now.");
    }
    Terms terms =
        new Terms(
            code(),
            form.getOrDefault("client_reference_id", ""),
            "cs_test_local" + desk.orders().number(),
            Long.parseLong(amount),
            form.getOrDefault(price + "[currency]", "").toUpperCase(Locale.ROOT),
            form.getOrDefault(price + "[product_data][name]", ""),
            form.getOrDefault("success_url", ""),
            desk.webhook(code()),
            now,
            Optional.of(expires),
            form);
    return Answer.json(200, objects.session(desk.orders().open(terms), false));
  }

  private Answer refund(Map<String, String> form) {
    String intent = form.getOrDefault("payment_intent", "");
    Optional<Order> found = byIntent(intent);
    if (found.isEmpty()) {
      return error(
          404, "invalid_request_error", "payment_intent", "No such payment_intent: " + intent);
    }
    Order order = found.get();
    if (order.left() == 0) {
      return error(
          400, "invalid_request_error", "charge_already_refunded", "It has been refunded.");
    }
    String amount = form.getOrDefault("amount", Long.toString(order.left()));
    String number = desk.orders().number();
    Refund refund = new Refund("re_local" + number, Long.parseLong(amount), number, desk.now());
    if (!order.refund(refund)) {
      return error(
          400, "invalid_request_error", "amount", "Greater than unrefunded amount on charge.");
    }
    notifier.tell(this, order);
    return Answer.json(200, objects.refund(order, refund));
  }

  private Answer refunds(String intent) {
    ObjectNode list = Json.object().put("object", "list").put("has_more", false);
    var data = list.putArray("data");
    byIntent(intent)
        .ifPresent(
            order -> order.refunds().reversed().forEach(it -> data.add(objects.refund(order, it))));
    return Answer.json(200, list);
  }

  private Optional<Order> byIntent(String intent) {
    return desk.orders()
        .byTransaction(code(), intent.startsWith("pi_local") ? intent.substring(8) : "");
  }

  private Answer expire(Call call) {
    Optional<Order> order = desk.orders().byId(code(), call.part(3));
    if (order.isEmpty()) {
      return unknown(call);
    }
    if (!order.get().decide(State.CANCELLED, "", desk.now())) {
      return error(
          400, "invalid_request_error", "", "Only Checkout Sessions with a status of open expire.");
    }
    notifier.tell(this, order.get());
    return Answer.json(200, objects.session(order.get(), false));
  }

  private static Answer unknown(Call call) {
    return error(404, "invalid_request_error", "", "No such object or call: " + call.route());
  }

  private static Answer error(int status, String type, String param, String message) {
    ObjectNode json = Json.object();
    ObjectNode error = json.putObject("error").put("type", type).put("message", message);
    if (!param.isEmpty()) {
      error.put("param", param);
    }
    return Answer.json(status, json);
  }

  @Override
  public List<Webhook> webhooks(Order order) {
    ObjectNode event = event(order);
    String body = event.toString();
    String secret = desk.setting("STRIPE_ENDPOINT_SECRET");
    return List.of(
        now -> {
          String signed = now.getEpochSecond() + "." + body;
          return Webhook.post(order.terms().webhook(), body)
              .header(
                  "stripe-signature",
                  "t=" + now.getEpochSecond() + ",v1=" + Proof.hex(secret, signed));
        });
  }

  private ObjectNode event(Order order) {
    String id = "evt_local" + desk.orders().number();
    if (order.refunded() > 0) {
      return objects.event(id, "charge.refunded", objects.charge(order));
    }
    return switch (order.state(desk.now())) {
      case FAILED -> objects.event(id, "payment_intent.payment_failed", objects.intent(order));
      case CANCELLED, EXPIRED ->
          objects.event(id, "checkout.session.expired", objects.session(order, false));
      case OPEN, PAID, HELD ->
          objects.event(id, "checkout.session.completed", objects.session(order, false));
    };
  }

  @Override
  public String back(Order order) {
    return order.state(desk.now()) == State.PAID
        ? order.terms().returnUrl().replace("{CHECKOUT_SESSION_ID}", order.terms().id())
        : order.terms().said("cancel_url");
  }
}
