package dev.hoso.payments.gateways;

import dev.hoso.core.JsonTypes;
import dev.hoso.payments.Asked;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Confirmation.Said;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.Refund;
import dev.hoso.payments.gateways.ZalopayApi.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What ZaloPay can be asked: a page with every way to pay that it has
 * (https://docs.zalopay.vn/docs/specs/order-create), what became of it (…/order-query) and the
 * money back (…/order-refund, …/order-query-refund).
 *
 * <p>It has no idempotency: an order or a refund that it knows is refused, and is never made twice.
 */
final class ZalopayCounter implements Asking, Inquiry, Refunding {
  /** Who pays, as ZaloPay wants to know; it may be the merchant's application, and is. */
  private static final String USER = "hoso";

  private static final Duration SHORTEST = Duration.ofMinutes(5);
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final int LONGEST_DESCRIPTION = 256;

  /** What a QR code by EMVCo begins with; else it is for ZaloPay's own application alone. */
  private static final String EMVCO = "000201";

  private static final String DUPLICATE_ORDER = "-68";
  private static final String EXPIRED = "-54";

  /** Our question was malformed. */
  private static final Set<String> OF_THE_QUESTION = Set.of("-92", "-401");

  /** The second one is in older documents. */
  private static final Set<String> NOT_FOUND = Set.of("-101", "-21");

  private final ZalopayApi api;

  ZalopayCounter(GatewaySettings settings, Calls calls) {
    this.api = new ZalopayApi(settings, calls);
  }

  @Override
  public Asked ask(PayPage page) {
    Told told =
        api.ask(
            page.request(),
            "/v2/create",
            order(page),
            "app_trans_id",
            "app_user",
            "amount",
            "app_time",
            "embed_data",
            "item");
    if (told.code().equals(DUPLICATE_ORDER)) {
      throw ZalopayApi.trouble(GatewayTrouble.Kind.TAKEN, told.code());
    }
    if (!told.done()) {
      throw ZalopayApi.trouble(GatewayTrouble.Kind.REFUSED, told.code());
    }
    String address = WebAddress.of(Zalopay.CODE, told.answer(), "order_url");
    return new Asked.Opened(address, Map.of(), bankQr(told.answer()));
  }

  private static @Nullable String bankQr(Json answer) {
    String qr = answer.text("qr_code");
    return qr != null && qr.startsWith(EMVCO) ? qr : null;
  }

  private static Map<String, String> order(PayPage page) {
    PaymentRequest request = page.request();
    Map<String, String> order = new LinkedHashMap<>();
    order.put("app_user", USER);
    order.put("app_trans_id", request.reference().value());
    order.put("app_time", Long.toString(request.createdAt().toEpochMilli()));
    order.put("expire_duration_seconds", Long.toString(seconds(request)));
    order.put("amount", Long.toString(request.amount()));
    order.put("description", Texts.cut(request.description(), LONGEST_DESCRIPTION));
    order.put("callback_url", page.webhookUrl());
    order.put("item", "[]");
    order.put("embed_data", embedded(page));
    order.put("bank_code", "");
    return order;
  }

  /** With no way to pay preferred, the page offers all. */
  private static String embedded(PayPage page) {
    Map<String, Object> embedded = new LinkedHashMap<>();
    embedded.put("redirecturl", page.returnUrl());
    embedded.put("preferred_payment_method", List.of());
    return JsonTypes.of(Object.class).toJson(embedded);
  }

  private static long seconds(PaymentRequest request) {
    Duration time = Duration.between(request.createdAt(), request.expiresAt());
    return Math.clamp(time.toSeconds(), SHORTEST.toSeconds(), LONGEST.toSeconds());
  }

  /**
   * That an order is unpaid or that its payment is under way, ZaloPay says with one code: nothing
   * is proven by it. How long it knows an order is not certain (48 hours, an older document says),
   * so that one is over is believed only once its time is.
   */
  @Override
  public List<Confirmation> look(Payment payment, Instant now) {
    PaymentRequest request = payment.request();
    Told told = api.query(request);
    if (told.done()) {
      return List.of(new Confirmation.Paid(paid(request, told, now)));
    }
    if (OF_THE_QUESTION.contains(told.code())) {
      throw ZalopayApi.trouble(GatewayTrouble.Kind.REFUSED, told.code());
    }
    boolean early = told.code().equals(EXPIRED) && now.isBefore(request.expiresAt());
    if (early || told.underWay() || NOT_FOUND.contains(told.code())) {
      return List.of();
    }
    Said unpaid =
        new Said(request.reference(), request.amount(), "VND", null, now, null, told.code());
    return List.of(
        told.code().equals(EXPIRED)
            ? new Confirmation.Expired(unpaid)
            : new Confirmation.Failed(unpaid));
  }

  private static Said paid(PaymentRequest request, Told told, Instant now) {
    return new Said(
        request.reference(),
        told.answer().amount("amount"),
        "VND",
        told.answer().written("zp_trans_id"),
        Moments.millis(told.answer().written("server_time"), now),
        null,
        told.code());
  }

  /**
   * A first "yes" means that ZaloPay has taken it on; what became of it is asked
   * (https://docs.zalopay.vn/docs/specs/order-refund). Its name has the day on which it was asked
   * for, and may be refused on the next: one that was perhaps sent is looked for first.
   */
  @Override
  public Progress send(Payment payment, Refund refund, Instant now) {
    if (refund.attempts() > 1) {
      Told known = query(payment.request(), refund, now);
      if (!NOT_FOUND.contains(known.code())) {
        return progress(known, refund, now);
      }
    }
    Told told = ask(payment, refund, now);
    return told.done() || told.underWay()
        ? new Waiting(name(told, refund))
        : refused(told, payment, refund, now);
  }

  /**
   * That it knows the refund already, ZaloPay says as a refusal, by a code that its documents do
   * not agree on. Whoever believed it would ask for the money a second time under another name.
   */
  private Progress refused(Told refusal, Payment payment, Refund refund, Instant now) {
    Told known = query(payment.request(), refund, now);
    return NOT_FOUND.contains(known.code())
        ? new Refused(refusal.code())
        : progress(known, refund, now);
  }

  private Told ask(Payment payment, Refund refund, Instant now) {
    PaymentRequest request = payment.request();
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("m_refund_id", id(request, refund));
    asked.put("zp_trans_id", String.valueOf(payment.gatewayTransactionId()));
    asked.put("amount", Long.toString(refund.amount()));
    asked.put("timestamp", Long.toString(now.toEpochMilli()));
    asked.put("description", "Hoan tien " + request.reference());
    return api.ask(
        request, "/v2/refund", asked, "zp_trans_id", "amount", "description", "timestamp");
  }

  @Override
  public Progress look(Payment payment, Refund refund, Instant now) {
    return progress(query(payment.request(), refund, now), refund, now);
  }

  /** The answer does not say when. */
  private static Progress progress(Told told, Refund refund, Instant now) {
    if (told.done()) {
      return new Done(name(told, refund), now);
    }
    return told.underWay() || NOT_FOUND.contains(told.code())
        ? new Waiting(name(told, refund))
        : new Refused(told.code());
  }

  private Told query(PaymentRequest request, Refund refund, Instant now) {
    Map<String, String> asked = new LinkedHashMap<>();
    asked.put("m_refund_id", id(request, refund));
    asked.put("timestamp", Long.toString(now.toEpochMilli()));
    Told told = api.ask(request, "/v2/query_refund", asked, "m_refund_id", "timestamp");
    if (OF_THE_QUESTION.contains(told.code())) {
      throw ZalopayApi.trouble(GatewayTrouble.Kind.REFUSED, told.code());
    }
    return told;
  }

  /** {@code yymmdd_appid_…}, at most 45 characters, the same whenever it is asked for again. */
  private String id(PaymentRequest request, Refund refund) {
    return "%s_%s_%s".formatted(Zalopay.day(refund.requestedAt()), api.app(request), refund.id());
  }

  private static String name(Told told, Refund refund) {
    String theirs = told.answer().written("refund_id");
    return theirs != null
        ? theirs
        : Objects.requireNonNullElse(refund.gatewayRefundId(), refund.id());
  }
}
