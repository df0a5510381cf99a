package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GOV.UK Pay (docs.payments.service.gov.uk/api_reference, alphagov/pay-tech-docs): pence, the key
 * as bearer. A payment ends 90 minutes after it began. {@code Idempotency-Key} is heeded for
 * recurring payments only (…/recurring_payments, alphagov/pay-connector): a one-off payment that is
 * asked for twice is there twice, as references need not be unique.
 */
final class Govukpay implements StandIn {
  private static final String PAYMENTS = "/v1/payments";
  private static final Duration TIME_TO_PAY = Duration.ofMinutes(90);
  private static final long MOST = 10_000_000;
  private static final int LONGEST = 255;

  private final Desk desk;
  private final Notifier notifier;
  private final GovukpayObjects objects;

  /**
   * A stand-in.
   *
   * @param notifier tells of what happens by the interface
   */
  Govukpay(Desk desk, Notifier notifier) {
    this.desk = desk;
    this.notifier = notifier;
    this.objects = new GovukpayObjects(desk);
  }

  @Override
  public String code() {
    return "govukpay";
  }

  @Override
  public Answer answer(Call call) {
    if (call.bearer().filter(desk.setting("GOVUKPAY_API_KEY")::equals).isEmpty()) {
      return Answer.of(401, "text/plain", "Credentials are required to access this resource");
    }
    if (call.route().equals("POST " + PAYMENTS)) {
      return create(call.json());
    }
    Optional<Order> order = desk.orders().byId(code(), call.part(2));
    return switch (call.request().method() + " " + call.part(3)) {
      case "GET " -> show(order);
      case "POST cancel" -> cancel(order);
      case "POST refunds" -> refund(order, call.json());
      case "GET refunds" -> refunds(order, call.part(4));
      default -> Answer.message(404, "Not Found");
    };
  }

  private Answer create(JsonNode asked) {
    for (String needed : List.of("amount", "reference", "description", "return_url")) {
      if (!asked.hasNonNull(needed)) {
        return error(400, "P0101", needed, "Missing mandatory attribute: " + needed);
      }
    }
    if (!asked.path("amount").isIntegralNumber()
        || asked.path("amount").asLong() < 1
        || asked.path("amount").asLong() > MOST) {
      return error(422, "P0102", "amount", "Invalid attribute value: amount.");
    }
    for (String text : List.of("reference", "description")) {
      String value = Fields.text(asked, text);
      if (value.length() > LONGEST || value.contains("://")) {
        return error(422, "P0102", text, "Invalid attribute value: " + text + ".");
      }
    }
    return Answer.json(201, objects.payment(desk.orders().open(terms(asked))));
  }

  private Terms terms(JsonNode asked) {
    Instant now = desk.now();
    return new Terms(
        code(),
        Fields.text(asked, "reference"),
        "local" + desk.orders().number(),
        asked.path("amount").asLong(),
        "GBP",
        Fields.text(asked, "description"),
        Fields.text(asked, "return_url"),
        desk.webhook(code()),
        now,
        Optional.of(now.plus(TIME_TO_PAY)),
        Map.of("language", asked.path("language").asText("en")));
  }

  private Answer show(Optional<Order> order) {
    return order
        .map(it -> Answer.json(200, objects.payment(it)))
        .orElseGet(() -> error(404, "P0200", "", "Not found"));
  }

  private Answer cancel(Optional<Order> order) {
    if (order.isEmpty()) {
      return error(404, "P0500", "", "Not found");
    }
    return order.get().decide(State.CANCELLED, "service", desk.now())
        ? new Answer(204, List.of(), new byte[0])
        : error(409, "P0502", "", "Cancellation of payment failed");
  }

  private Answer refund(Optional<Order> found, JsonNode asked) {
    if (found.isEmpty()) {
      return error(404, "P0600", "", "Not found");
    }
    Order order = found.get();
    for (String needed : List.of("amount", "refund_amount_available")) {
      if (!asked.path(needed).isIntegralNumber()) {
        return error(400, "P0601", needed, "Missing mandatory attribute: " + needed);
      }
    }
    if (order.state(desk.now()) != State.PAID || order.left() == 0) {
      return error(400, "P0603", "", "The payment is not available for refund.");
    }
    if (asked.path("refund_amount_available").asLong() != order.left()) {
      return error(412, "P0604", "", "Refund amount available mismatch.");
    }
    String number = desk.orders().number();
    Refund refund =
        new Refund("refund" + number, asked.path("amount").asLong(), number, desk.now());
    if (!order.refund(refund)) {
      return error(422, "P0602", "amount", "Invalid attribute value: amount.");
    }
    notifier.tell(this, order);
    return Answer.json(202, objects.refund(order, refund));
  }

  private Answer refunds(Optional<Order> order, String id) {
    if (id.isEmpty()) {
      return order
          .map(it -> Answer.json(200, objects.refunds(it)))
          .orElseGet(() -> error(404, "P0800", "", "Not found"));
    }
    return order
        .flatMap(it -> it.refund(id).map(refund -> Answer.json(200, objects.refund(it, refund))))
        .orElseGet(() -> error(404, "P0700", "", "Not found"));
  }

  private static Answer error(int status, String code, String field, String text) {
    ObjectNode json = Json.object().put("code", code).put("description", text);
    return Answer.json(status, field.isEmpty() ? json : json.put("field", field));
  }

  @Override
  public List<Webhook> webhooks(Order order) {
    String event =
        order.refunded() > 0
            ? "card_payment_refunded"
            : order.state(desk.now()) == State.PAID
                ? "card_payment_captured"
                : "card_payment_failed";
    String body = objects.message(event, order).toString();
    String proof = Proof.hex(desk.setting("GOVUKPAY_SIGNING_SECRET"), body);
    return List.of(
        now -> Webhook.post(order.terms().webhook(), body).header("pay-signature", proof));
  }
}
