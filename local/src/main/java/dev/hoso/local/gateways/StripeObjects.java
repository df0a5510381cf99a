package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import java.util.Locale;
import java.util.Map;

/** Stripe's objects as JSON (docs.stripe.com/api): what we or our reader might look at. */
final class StripeObjects {
  private final Desk desk;

  StripeObjects(Desk desk) {
    this.desk = desk;
  }

  /**
   * A checkout session. Its payment intent comes into being with the first attempt to pay.
   *
   * @param expanded whether the intent is there as a whole and not by its id
   */
  ObjectNode session(Order order, boolean expanded) {
    Terms terms = order.terms();
    State state = order.state(desk.now());
    ObjectNode json =
        Json.object()
            .put("id", terms.id())
            .put("object", "checkout.session")
            .put("amount_subtotal", terms.amount())
            .put("amount_total", terms.amount())
            .put("client_reference_id", terms.reference().isEmpty() ? null : terms.reference())
            .put("created", terms.created().getEpochSecond())
            .put("currency", currency(order));
    terms.expires().ifPresent(at -> json.put("expires_at", at.getEpochSecond()));
    json.put("livemode", false).put("mode", "payment");
    if (order.transaction().isEmpty()) {
      json.putNull("payment_intent");
    } else if (expanded) {
      json.set("payment_intent", intent(order));
    } else {
      json.put("payment_intent", intentId(order));
    }
    json.put("payment_status", state == State.PAID ? "paid" : "unpaid");
    json.put("status", status(state));
    json.put("success_url", terms.returnUrl()).put("cancel_url", terms.said("cancel_url"));
    json.put("url", order.open(desk.now()) ? desk.payUrl("stripe", terms.id()) : null);
    json.set("metadata", metadata(order, "metadata"));
    return json;
  }

  private static String status(State state) {
    return switch (state) {
      case OPEN, FAILED -> "open";
      case PAID, HELD -> "complete";
      case CANCELLED, EXPIRED -> "expired";
    };
  }

  ObjectNode intent(Order order) {
    boolean paid = order.state(desk.now()) == State.PAID;
    ObjectNode json =
        Json.object()
            .put("id", intentId(order))
            .put("object", "payment_intent")
            .put("amount", order.terms().amount())
            .put("amount_received", paid ? order.terms().amount() : 0)
            .put("created", order.decided().getEpochSecond())
            .put("currency", currency(order))
            .put("livemode", false)
            .put("latest_charge", paid ? chargeId(order) : null)
            .put("status", paid ? "succeeded" : "requires_payment_method");
    if (!paid) {
      json.putObject("last_payment_error").put("code", "card_declined");
    }
    json.set("metadata", metadata(order, "payment_intent_data[metadata]"));
    return json;
  }

  ObjectNode charge(Order order) {
    ObjectNode json =
        Json.object()
            .put("id", chargeId(order))
            .put("object", "charge")
            .put("amount", order.terms().amount())
            .put("amount_refunded", order.refunded())
            .put("created", order.decided().getEpochSecond())
            .put("currency", currency(order))
            .put("livemode", false)
            .put("paid", true)
            .put("payment_intent", intentId(order))
            .put("refunded", order.left() == 0)
            .put("status", "succeeded");
    json.set("metadata", metadata(order, "payment_intent_data[metadata]"));
    return json;
  }

  ObjectNode refund(Order order, Refund refund) {
    return Json.object()
        .put("id", refund.id())
        .put("object", "refund")
        .put("amount", refund.amount())
        .put("charge", chargeId(order))
        .put("created", refund.at().getEpochSecond())
        .put("currency", currency(order))
        .put("payment_intent", intentId(order))
        .put("status", "succeeded");
  }

  ObjectNode event(String id, String type, ObjectNode object) {
    ObjectNode json =
        Json.object()
            .put("id", id)
            .put("object", "event")
            .put("api_version", "2026-06-24")
            .put("created", desk.now().getEpochSecond());
    json.putObject("data").set("object", object);
    return json.put("livemode", false).put("pending_webhooks", 1).put("type", type);
  }

  static String intentId(Order order) {
    return "pi_local" + order.transaction();
  }

  private static String chargeId(Order order) {
    return "ch_local" + order.transaction();
  }

  private static String currency(Order order) {
    return order.terms().currency().toLowerCase(Locale.ROOT);
  }

  /** Of the form's fields those like {@code metadata[reference]}. */
  private static ObjectNode metadata(Order order, String prefix) {
    ObjectNode json = Json.object();
    for (Map.Entry<String, String> field : order.terms().said().entrySet()) {
      if (field.getKey().startsWith(prefix + "[")) {
        json.put(
            field.getKey().substring(prefix.length() + 1, field.getKey().length() - 1),
            field.getValue());
      }
    }
    return json;
  }
}
