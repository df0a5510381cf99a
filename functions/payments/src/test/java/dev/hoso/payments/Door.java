package dev.hoso.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The webhooks' real handler over real tables, spoken to as API Gateway does. */
final class Door {
  private static final JsonType<Object> JSON = Jsonb.builder().build().type(Object.class);

  final Table payments = DynamoForTests.table("Payments");
  final Table anomalies = DynamoForTests.table("Anomalies");
  final MovableClock clock = new MovableClock();
  private final WebhookHandler handler;

  Door() {
    this(
        Map.of(
            "HOSO_GATEWAYS_VNPAY_TMN_CODE", Ipn.TERMINAL,
            "HOSO_GATEWAYS_VNPAY_HASH_SECRET", Ipn.SECRET));
  }

  Door(Map<String, String> gateway) {
    handler = new WebhookHandler(settings(gateway), clock, payments.dynamo());
  }

  /** A door whose payments are behind another client, one that cannot reach them perhaps. */
  Door(DynamoDbClient dynamo) {
    this(
        Map.of(
            "HOSO_GATEWAYS_VNPAY_TMN_CODE", Ipn.TERMINAL,
            "HOSO_GATEWAYS_VNPAY_HASH_SECRET", Ipn.SECRET),
        dynamo);
  }

  Door(Map<String, String> gateway, DynamoDbClient dynamo) {
    handler = new WebhookHandler(settings(gateway), clock, dynamo);
  }

  /** VNPAY's call with this query; its reply code. */
  String call(String query) {
    return (String) body(answer("GET", "vnpay", query)).get("RspCode");
  }

  String call(Ipn ipn) {
    return call(ipn.query());
  }

  /** What API Gateway would send back to a call without a body. */
  Map<String, Object> answer(String method, String gateway, String query) {
    return answer(new Call(method, gateway, query, Map.of(), null, false));
  }

  /** What API Gateway would send back to a call with this body. */
  Map<String, Object> post(String gateway, Map<String, String> headers, String body) {
    return answer(new Call("POST", gateway, "", headers, body, false));
  }

  /** A gateway's call. */
  record Call(
      String method,
      String gateway,
      String query,
      Map<String, String> headers,
      @Nullable String body,
      boolean base64) {

    private Map<String, Object> event() {
      Map<String, Object> event = new LinkedHashMap<>();
      event.put("version", "2.0");
      event.put("routeKey", method + " /webhooks/{gateway}");
      event.put("rawPath", "/webhooks/" + gateway);
      event.put("rawQueryString", query);
      event.put("headers", headers);
      event.put("requestContext", Map.of("http", Map.of("method", method), "stage", "$default"));
      event.put("pathParameters", Map.of("gateway", gateway));
      event.put("isBase64Encoded", base64);
      if (body != null) {
        event.put("body", body);
      }
      return event;
    }
  }

  /** What API Gateway would send back. */
  Map<String, Object> answer(Call call) {
    return raw(JSON.toJson(call.event()));
  }

  /** What API Gateway would send back for this event. */
  @SuppressWarnings("unchecked")
  Map<String, Object> raw(String event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return (Map<String, Object>) JSON.fromJson(out.toString(UTF_8));
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> body(Map<String, Object> answer) {
    return (Map<String, Object>) JSON.fromJson((String) answer.get("body"));
  }

  /** A payment as it was asked for: 50.000đ, an hour ago, for a day. */
  void asked(String reference) {
    asked(reference, 50_000);
  }

  void asked(String reference, long amount) {
    asked("vnpay", reference, amount, "VND");
  }

  /** A payment at any gateway, asked for an hour ago, for a day. */
  void asked(String gateway, String reference, long amount, String currency) {
    new Payments(payments)
        .create(
            request(gateway, reference, amount, currency),
            new Asked.Address("https://pay.example/" + reference));
  }

  /** A payment that stands somewhere already. */
  void standing(String reference, PaymentStatus status) {
    asked(reference);
    stand("vnpay", reference, status, "14812201");
  }

  /** Puts a payment where it could stand. */
  void stand(String gateway, String reference, PaymentStatus status, @Nullable String transaction) {
    Update update =
        Update.of(Payment.key(gateway, new PaymentReference(reference)))
            .set("status", status.code());
    if (status != PaymentStatus.PENDING) {
      update.remove("owed").remove("due");
    }
    if (!Confirmation.NO_MONEY.contains(status)) {
      update.set("gatewayTransactionId", transaction).set("paidAt", clock.instant());
    }
    payments.write(update);
  }

  static PaymentRequest request(String reference, long amount) {
    return request("vnpay", reference, amount, "VND");
  }

  static PaymentRequest request(String gateway, String reference, long amount, String currency) {
    Instant created = Instant.parse("2026-11-23T06:30:00Z");
    return new PaymentRequest(
        gateway,
        new PaymentReference(reference),
        new DossierCode("H26.15-261123-0042"),
        "1.001193",
        "01",
        null,
        amount,
        currency,
        "Le phi ho so H26.15-261123-0042",
        created,
        created.plusSeconds(86_400),
        PaymentRequest.newReceipt());
  }

  Item item(String reference) {
    return item("vnpay", reference);
  }

  Item item(String gateway, String reference) {
    return payments.get(Payment.key(gateway, new PaymentReference(reference)));
  }

  List<Item> anomaliesToday() {
    return anomaliesOn(dev.hoso.core.Time.day(clock.instant()).toString());
  }

  List<Item> anomaliesOn(String day) {
    return anomalies.newest("byDay", "day", day, 100);
  }

  /** These settings, and those of its tables. */
  Settings settings(Map<String, String> gateway) {
    Map<String, String> all = new LinkedHashMap<>(gateway);
    all.put("HOSO_PAYMENTS_TABLE", payments.name());
    all.put("HOSO_ANOMALIES_TABLE", anomalies.name());
    return Settings.of(all);
  }
}
