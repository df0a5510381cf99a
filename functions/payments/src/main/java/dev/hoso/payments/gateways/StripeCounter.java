package dev.hoso.payments.gateways;

import dev.hoso.payments.Asked;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Stripe's payment page and what became of it: a Checkout Session
 * (https://docs.stripe.com/api/checkout/sessions).
 */
final class StripeCounter implements Asking, Inquiry {
  /** Our name for the session among a payment's. */
  static final String SESSION = "session";

  private static final String SESSIONS = "/v1/checkout/sessions";

  /**
   * A session's end is from 30 minutes to 24 hours ahead, on Stripe's clock; further away from
   * these bounds than two clocks are from each other, it is never refused.
   */
  private static final Duration SHORTEST = Duration.ofMinutes(30).plus(Moments.TOLERANCE);

  private static final Duration LONGEST = Duration.ofHours(24).minus(Moments.TOLERANCE);

  private final StripeApi api;

  StripeCounter(StripeApi api) {
    this.api = api;
  }

  @Override
  public Asked ask(PayPage page) {
    PaymentRequest request = page.request();
    Calls.Answer answer =
        api.post(request, SESSIONS, "payment-" + request.reference(), fields(page));
    if (!answer.ok()) {
      throw StripeApi.refused(answer);
    }
    Json session = answer.body();
    String id = session.text("id");
    if (id == null) {
      throw new GatewayTrouble(Stripe.CODE, GatewayTrouble.Kind.NOT_UNDERSTOOD, "id");
    }
    requireOf(request, session);
    return new Asked.Opened(WebAddress.of(Stripe.CODE, session, "url"), Map.of(SESSION, id));
  }

  private static Map<String, String> fields(PayPage page) {
    PaymentRequest request = page.request();
    String reference = request.reference().value();
    String price = "line_items[0][price_data]";
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("mode", "payment");
    fields.put("line_items[0][quantity]", "1");
    fields.put(price + "[currency]", request.currency().toLowerCase(Locale.ROOT));
    fields.put(price + "[unit_amount]", Long.toString(request.amount()));
    fields.put(price + "[product_data][name]", request.description());
    // A fee is paid as it was asked for, not at a rate of the day.
    fields.put("adaptive_pricing[enabled]", "false");
    fields.put("client_reference_id", reference);
    fields.put("metadata[reference]", reference);
    fields.put("payment_intent_data[metadata][reference]", reference);
    fields.put("success_url", page.paidUrl());
    fields.put("cancel_url", page.returnUrl());
    fields.put("expires_at", Long.toString(end(request).getEpochSecond()));
    fields.put("locale", page.language().code());
    return fields;
  }

  /** As near to the request's end as Stripe allows. */
  private static Instant end(PaymentRequest request) {
    Instant earliest = request.createdAt().plus(SHORTEST);
    Instant latest = request.createdAt().plus(LONGEST);
    Instant end = request.expiresAt().isAfter(latest) ? latest : request.expiresAt();
    return end.isBefore(earliest) ? earliest : end;
  }

  /** Without a session of ours there is nothing to ask about: it began elsewhere. */
  @Override
  public List<Confirmation> look(Payment payment, Instant now) {
    if (!payment.gatewayIds().containsKey(SESSION)) {
      return List.of();
    }
    Json session = session(payment);
    Json charge = session.get("payment_intent").get("latest_charge");
    Instant at = Moments.seconds(charge.written("created"), now);
    return Stream.of(told(session, at), refunded(charge, now))
        .flatMap(List::stream)
        .map(it -> Inquiry.proven(Stripe.CODE, it, "a session without its money"))
        .toList();
  }

  /** A payment's session, with its intent and that one's charge as wholes. */
  Json session(Payment payment) {
    String id = Question.encoded(payment.gatewayIds().getOrDefault(SESSION, ""));
    String whole = "?" + Question.encoded("expand[]") + "=payment_intent.latest_charge";
    Json session = api.get(payment.request(), SESSIONS + "/" + id + whole);
    requireOf(payment.request(), session);
    return session;
  }

  /** One that is open can still be paid, whatever attempts failed. */
  private static List<Reading> told(Json session, Instant at) {
    StripeObject told = new StripeObject(session, at);
    Json intent = session.get("payment_intent");
    boolean paid = "paid".equals(session.text("payment_status"));
    return switch (String.valueOf(session.text("status"))) {
      case "open" -> List.of();
      case "expired" -> List.of(told.session(Confirmation.Expired::new));
      // The bank may take days, and say no: then the intent says it.
      case "complete" ->
          List.of(
              paid || !intent.isObject()
                  ? told.session(said -> new Confirmation.Undecided(said, false))
                  : new StripeObject(intent, at).intent());
      default -> List.of(Reading.Rejected.notUnderstood());
    };
  }

  private static List<Reading> refunded(Json charge, Instant now) {
    return charge.amount("amount_refunded") > 0
        ? List.of(new StripeObject(charge, now).refundedCharge())
        : List.of();
  }

  private static void requireOf(PaymentRequest request, Json session) {
    if (!request.reference().value().equals(session.text("client_reference_id"))) {
      throw new GatewayTrouble(Stripe.CODE, GatewayTrouble.Kind.UNPROVEN, "another payment");
    }
  }
}
