package dev.hoso.payments.gateways;

import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Calls to GOV.UK Pay (https://docs.payments.service.gov.uk/api_reference/). */
final class GovukpayApi {
  static final String PAYMENTS = "/v1/payments";

  /** Of tests and of live payments; which of them it is, the key says. */
  private static final String ADDRESS = "https://publicapi.payments.service.gov.uk";

  private final GatewaySettings settings;
  private final Calls calls;

  GovukpayApi(GatewaySettings settings, Calls calls) {
    this.settings = settings;
    this.calls = calls;
  }

  /**
   * Reads what is under a path.
   *
   * @throws GatewayTrouble where there is nothing
   */
  Json get(PaymentRequest request, String path) {
    Account account = account(request);
    Calls.Answer answer =
        calls.ask(Question.get(Govukpay.CODE, account.address(ADDRESS) + path, headers(account)));
    if (!answer.ok()) {
      throw refused(answer);
    }
    return answer.body();
  }

  /**
   * Reads a payment.
   *
   * @throws GatewayTrouble where there is none, or it is of something else
   */
  GovukpayPayment payment(PaymentRequest request, String id) {
    Json payment = get(request, path(id));
    requireOf(request, payment);
    return new GovukpayPayment(payment);
  }

  /** What GOV.UK Pay calls a payment that we asked for or heard of; else what it finds. */
  String id(Payment payment) {
    String known =
        Objects.requireNonNullElse(
            payment.gatewayTransactionId(),
            payment.gatewayIds().getOrDefault(GovukpayCounter.PAYMENT, ""));
    if (known.isEmpty()) {
      throw new GatewayTrouble(
          Govukpay.CODE, GatewayTrouble.Kind.NOT_UNDERSTOOD, "a payment without its id");
    }
    return known;
  }

  /**
   * Asks for a change.
   *
   * @return also an answer that says no
   */
  Calls.Answer post(
      PaymentRequest request, String path, Map<String, String> more, Map<String, ?> body) {
    Account account = account(request);
    Map<String, String> headers = new LinkedHashMap<>(headers(account));
    headers.putAll(more);
    return calls.ask(Question.json(Govukpay.CODE, account.address(ADDRESS) + path, headers, body));
  }

  static String path(String paymentId) {
    return PAYMENTS + "/" + Question.encoded(paymentId);
  }

  static void requireOf(PaymentRequest request, Json payment) {
    if (!request.reference().value().equals(payment.text("reference"))) {
      throw new GatewayTrouble(Govukpay.CODE, GatewayTrouble.Kind.UNPROVEN, "another payment");
    }
  }

  /** What a refusal means to whoever asked. */
  static GatewayTrouble refused(Calls.Answer answer) {
    return new GatewayTrouble(Govukpay.CODE, GatewayTrouble.Kind.REFUSED, code(answer));
  }

  /** Its code of a refusal, {@code P0102}, else the status. */
  static String code(Calls.Answer answer) {
    return Objects.requireNonNullElse(answer.body().text("code"), "HTTP " + answer.status());
  }

  private static Map<String, String> headers(Account account) {
    return Map.of("Authorization", "Bearer " + account.secrets("API_KEY").getFirst());
  }

  private Account account(PaymentRequest request) {
    return settings.account(Govukpay.CODE, request.account());
  }
}
