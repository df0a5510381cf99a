package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** GOV.UK Pay's objects as JSON. */
final class GovukpayObjects {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Desk desk;

  GovukpayObjects(Desk desk) {
    this.desk = desk;
  }

  ObjectNode payment(Order order) {
    Terms terms = order.terms();
    ObjectNode json =
        Json.object()
            .put("amount", terms.amount())
            .put("description", terms.description())
            .put("reference", terms.reference())
            .put("language", terms.said("language"));
    json.set("state", state(order));
    json.put("payment_id", terms.id()).put("payment_provider", "sandbox");
    json.put("created_date", TIME.format(terms.created()));
    json.putObject("refund_summary")
        .put("status", refundable(order))
        .put("amount_available", order.left())
        .put("amount_submitted", order.refunded());
    ObjectNode settlement = json.putObject("settlement_summary");
    if (order.state(desk.now()) == State.PAID) {
      settlement.put("capture_submit_time", TIME.format(order.decided()));
      settlement.put("captured_date", TIME.format(order.decided()).substring(0, 10));
      json.put("provider_id", order.transaction());
    }
    json.put("delayed_capture", false).put("moto", false).put("return_url", terms.returnUrl());
    ObjectNode links = json.putObject("_links");
    link(links, "self", address(order), "GET");
    link(links, "refunds", address(order) + "/refunds", "GET");
    if (order.open(desk.now())) {
      link(links, "next_url", desk.payUrl("govukpay", terms.id()), "GET");
      link(links, "cancel", address(order) + "/cancel", "POST");
    }
    return json;
  }

  /** …/api_reference/#payment-status-lifecycle, …/#errors-caused-by-payment-statuses. */
  private ObjectNode state(Order order) {
    return switch (order.state(desk.now())) {
      case OPEN, HELD -> Json.object().put("status", "created").put("finished", false);
      case PAID -> Json.object().put("status", "success").put("finished", true);
      case FAILED -> ended("failed", "P0010", "Payment method rejected");
      case EXPIRED -> ended("failed", "P0020", "Payment expired");
      case CANCELLED ->
          order.transaction().equals("service")
              ? ended("cancelled", "P0040", "Payment was cancelled by the service")
              : ended("failed", "P0030", "Payment was cancelled by the user");
    };
  }

  private static ObjectNode ended(String status, String code, String message) {
    return Json.object()
        .put("status", status)
        .put("finished", true)
        .put("code", code)
        .put("message", message);
  }

  private String refundable(Order order) {
    return switch (order.state(desk.now())) {
      case OPEN, HELD -> "pending";
      case PAID -> order.left() == 0 ? "full" : "available";
      case FAILED, CANCELLED, EXPIRED -> "unavailable";
    };
  }

  /** It is {@code submitted} at first; {@code success} comes within half an hour there. */
  ObjectNode refund(Order order, Refund refund) {
    ObjectNode json =
        Json.object()
            .put("refund_id", refund.id())
            .put("created_date", TIME.format(refund.at()))
            .put("amount", refund.amount())
            .put("status", refund.done(desk.now()) ? "success" : "submitted");
    json.putObject("settlement_summary");
    ObjectNode links = json.putObject("_links");
    link(links, "self", address(order) + "/refunds/" + refund.id(), "GET");
    link(links, "payment", address(order), "GET");
    return json;
  }

  ObjectNode refunds(Order order) {
    ObjectNode json = Json.object().put("payment_id", order.terms().id());
    var list = json.putObject("_embedded").putArray("refunds");
    order.refunds().forEach(refund -> list.add(refund(order, refund)));
    return json;
  }

  /** A webhook's body (…/webhooks). */
  ObjectNode message(String event, Order order) {
    Instant now = desk.now();
    ObjectNode json =
        Json.object()
            .put("webhook_message_id", "wm" + desk.orders().number())
            .put("api_version", 1)
            .put("created_date", TIME.format(now))
            .put("resource_id", order.terms().id())
            .put("resource_type", "payment")
            .put("event_type", event);
    ObjectNode payment = payment(order);
    payment.remove("_links");
    json.set("resource", payment);
    return json;
  }

  private String address(Order order) {
    return desk.base("govukpay") + "/v1/payments/" + order.terms().id();
  }

  private static void link(ObjectNode links, String name, String to, String method) {
    links.putObject(name).put("href", to).put("method", method);
  }
}
