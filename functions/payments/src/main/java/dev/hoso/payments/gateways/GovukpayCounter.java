package dev.hoso.payments.gateways;

import dev.hoso.core.Sha256;
import dev.hoso.payments.Asked;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GOV.UK Pay's payment page and what became of it
 * (https://docs.payments.service.gov.uk/making_payments/). A page can be paid on for 90 minutes.
 */
final class GovukpayCounter implements Asking, Inquiry {
  /** Our name for its id among a payment's. */
  static final String PAYMENT = "payment";

  private static final int CONFLICT = 409;

  private final GovukpayApi api;

  GovukpayCounter(GovukpayApi api) {
    this.api = api;
  }

  /**
   * The key is documented, and heeded for recurring payments only (alphagov/pay-connector,
   * ChargesApiResource): a repeat after an answer that was lost makes another payment there. Nobody
   * has the address of the first, so nobody can pay it, and it ends after 90 minutes.
   */
  @Override
  public Asked ask(PayPage page) {
    PaymentRequest request = page.request();
    String key = Sha256.hex(Govukpay.CODE, request.reference().value());
    Calls.Answer answer =
        api.post(request, GovukpayApi.PAYMENTS, Map.of("Idempotency-Key", key), body(page));
    if (answer.status() == CONFLICT) {
      throw new GatewayTrouble(Govukpay.CODE, GatewayTrouble.Kind.TAKEN, GovukpayApi.code(answer));
    }
    if (!answer.ok()) {
      throw GovukpayApi.refused(answer);
    }
    Json payment = answer.body();
    String id = payment.text("payment_id");
    if (id == null) {
      throw new GatewayTrouble(Govukpay.CODE, GatewayTrouble.Kind.NOT_UNDERSTOOD, "payment_id");
    }
    GovukpayApi.requireOf(request, payment);
    Json next = payment.get("_links").get("next_url");
    return new Asked.Opened(WebAddress.of(Govukpay.CODE, next, "href"), Map.of(PAYMENT, id));
  }

  private static Map<String, Object> body(PayPage page) {
    PaymentRequest request = page.request();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("amount", request.amount());
    body.put("reference", request.reference().value());
    body.put("description", plain(request.description()));
    body.put("return_url", page.paidUrl());
    // Besides there is Welsh, but no Vietnamese.
    body.put("language", "en");
    return body;
  }

  /** Addresses are refused in a description. */
  private static String plain(String description) {
    return description.replaceAll("(?i)\\b[a-z]+://|\\bwww\\.", "");
  }

  /** Without an id of ours it began elsewhere, under our reference. */
  @Override
  public List<Confirmation> look(Payment payment, Instant now) {
    PaymentRequest request = payment.request();
    return Optional.ofNullable(payment.gatewayIds().get(PAYMENT))
        .or(() -> find(request))
        .map(id -> told(api.payment(request, id), now))
        .orElse(List.of());
  }

  /**
   * The newest first, but one that was paid before all: several may have our reference. The search
   * compares references in any case, and shows things a little later than they happen.
   */
  private Optional<String> find(PaymentRequest request) {
    String reference = request.reference().value();
    String query = "?reference=" + Question.encoded(reference);
    List<Json> ofOurs =
        api.get(request, GovukpayApi.PAYMENTS + query).get("results") instanceof Json.Elements list
            ? list.elements().stream().filter(it -> reference.equals(it.text("reference"))).toList()
            : List.of();
    return ofOurs.stream()
        .filter(it -> "success".equals(it.get("state").text("status")))
        .findFirst()
        .or(() -> ofOurs.stream().findFirst())
        .map(it -> it.text("payment_id"));
  }

  private static List<Confirmation> told(GovukpayPayment payment, Instant now) {
    Instant at =
        Moments.iso(payment.json().get("settlement_summary").text("capture_submit_time"), now);
    return payment.events().stream()
        .map(event -> payment.told(event, event.equals(GovukpayPayment.REFUNDED) ? now : at))
        .map(it -> Inquiry.proven(Govukpay.CODE, it, "a payment without its amount"))
        .toList();
  }
}
