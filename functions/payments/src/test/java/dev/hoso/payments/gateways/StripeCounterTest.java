package dev.hoso.payments.gateways;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.hoso.core.Language;
import dev.hoso.payments.Asked;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stripe's API, as its documents describe it. */
class StripeCounterTest {
  private static final String SESSION =
      "cs_test_a1YS1URlnyQCN5fUUduORoQ7Pw41PJqDWkIVQCpJPqkfIhd6tVY8XB1OLY";

  @RegisterExtension
  static final Wire WIRE = new Wire("stripe", Map.of("SECRET_KEY", "sk_test_new,sk_test_old"));

  private final StripeCounter counter =
      new StripeCounter(new StripeApi(WIRE.settings(), new Calls()));
  private final PaymentRequest request = WIRE.request("H26.15-261123-0042", 50_000, "VND");
  private final Payment pending = WIRE.pending(request, Map.of("session", SESSION));

  @Test
  void aSessionIsAskedForAsTheDocumentsSay() {
    answers(okJson(open()));

    Asked asked = counter.ask(WIRE.page(request));

    assertThat(asked)
        .isEqualTo(
            new Asked.Opened("https://checkout.stripe.com/c/pay/1", Map.of("session", SESSION)));
    LoggedRequest sent = sent();
    assertThat(sent.getMethod() + " " + sent.getUrl()).isEqualTo("POST /v1/checkout/sessions");
    assertThat(sent.getHeader("Authorization")).isEqualTo("Bearer sk_test_new");
    assertThat(sent.getHeader("Stripe-Version")).isEqualTo("2026-10-28.endive");
    assertThat(sent.getHeader("Idempotency-Key")).isEqualTo("payment-H26.15-261123-0042");
    assertThat(sent.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    String receipt = "https://hoso.example.gov.vn/receipts/ABCDEFGH12345678";
    assertThat(form(sent))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("mode", "payment"),
                Map.entry("line_items[0][quantity]", "1"),
                Map.entry("line_items[0][price_data][currency]", "vnd"),
                Map.entry("line_items[0][price_data][unit_amount]", "50000"),
                Map.entry(
                    "line_items[0][price_data][product_data][name]",
                    "Lệ phí hồ sơ H26.15-261123-0042"),
                Map.entry("adaptive_pricing[enabled]", "false"),
                Map.entry("client_reference_id", "H26.15-261123-0042"),
                Map.entry("metadata[reference]", "H26.15-261123-0042"),
                Map.entry("payment_intent_data[metadata][reference]", "H26.15-261123-0042"),
                Map.entry("success_url", receipt + "?back=1"),
                Map.entry("cancel_url", receipt),
                Map.entry(
                    "expires_at", Long.toString(created().plusSeconds(86_100).getEpochSecond())),
                Map.entry("locale", "vi")));
  }

  @ParameterizedTest
  @CsvSource({"PT10M, PT35M", "PT2H, PT2H", "PT24H, PT23H55M", "P30D, PT23H55M"})
  void aSessionEndsWhenThePaymentDoesOrAsNearAsStripeAllows(Duration ours, Duration theirs) {
    answers(okJson(open()));

    counter.ask(WIRE.page(until(created().plus(ours))));

    assertThat(form(sent()))
        .containsEntry("expires_at", Long.toString(created().plus(theirs).getEpochSecond()));
  }

  @Test
  void thePageSpeaksTheCitizensLanguage() {
    answers(okJson(open()));
    PayPage page = WIRE.page(request);

    counter.ask(
        new PayPage(request, Language.EN, page.ipAddress(), page.returnUrl(), page.webhookUrl()));

    assertThat(form(sent())).containsEntry("locale", "en");
  }

  static Stream<ResponseDefinitionBuilder> anAnswerThatDoesNotReachUs() {
    return Stream.of(
        okJson(open()).withFault(Fault.EMPTY_RESPONSE),
        okJson(open()).withFault(Fault.CONNECTION_RESET_BY_PEER),
        okJson(open()).withFixedDelay(9_000),
        aResponse().withStatus(429),
        aResponse().withStatus(500).withBody("oops"));
  }

  @ParameterizedTest
  @MethodSource("anAnswerThatDoesNotReachUs")
  void aPageWhoseAnswerWasLostIsAskedForUnderTheSameKey(ResponseDefinitionBuilder lost) {
    first(lost, okJson(open()));

    counter.ask(WIRE.page(request));

    List<LoggedRequest> sent = allSent();
    assertThat(sent).hasSize(2);
    assertThat(sent)
        .extracting(LoggedRequest::getBodyAsString)
        .containsOnly(sent.get(0).getBodyAsString());
    assertThat(sent)
        .extracting(it -> it.getHeader("Idempotency-Key"))
        .containsOnly("payment-H26.15-261123-0042");
  }

  static Stream<Arguments> anAnswerThatOpensNothing() {
    return Stream.of(
        Arguments.of(error(400, "idempotency_error", null), GatewayTrouble.Kind.TAKEN),
        Arguments.of(
            error(400, "invalid_request_error", "amount_too_small"), GatewayTrouble.Kind.REFUSED),
        Arguments.of(error(401, "invalid_request_error", null), GatewayTrouble.Kind.REFUSED),
        Arguments.of(
            error(409, "invalid_request_error", "idempotency_key_in_use"),
            GatewayTrouble.Kind.REFUSED),
        Arguments.of(
            okJson(open().replace("https://checkout", "javascript:x")),
            GatewayTrouble.Kind.NOT_UNDERSTOOD),
        Arguments.of(
            okJson(open().replace("\"url\"", "\"no\"")), GatewayTrouble.Kind.NOT_UNDERSTOOD),
        Arguments.of(okJson("<html>"), GatewayTrouble.Kind.NOT_UNDERSTOOD),
        Arguments.of(aResponse().withStatus(302), GatewayTrouble.Kind.REFUSED),
        Arguments.of(
            okJson(open().replace("H26.15-261123-0042", "ANOTHER")), GatewayTrouble.Kind.UNPROVEN));
  }

  @ParameterizedTest
  @MethodSource("anAnswerThatOpensNothing")
  void whatIsNoPageOfThisPaymentIsTrouble(
      ResponseDefinitionBuilder answer, GatewayTrouble.Kind kind) {
    answers(answer);

    assertThatThrownBy(() -> counter.ask(WIRE.page(request)))
        .isInstanceOfSatisfying(
            GatewayTrouble.class,
            trouble -> {
              assertThat(trouble.kind()).isEqualTo(kind);
              assertThat(trouble).hasMessageNotContaining("sk_test");
            });
  }

  @Test
  void aSessionIsLookedUpWithItsIntentAndCharge() {
    answers(okJson(paid()));

    List<Confirmation> told = counter.look(pending, Wire.NOW);

    assertThat(told).hasSize(1);
    assertThat(told.getFirst()).isInstanceOf(Confirmation.Paid.class);
    Confirmation.Said said = told.getFirst().said();
    assertThat(said.reference()).isEqualTo(request.reference());
    assertThat(said.amount()).isEqualTo(50_000);
    assertThat(said.currency()).isEqualTo("VND");
    assertThat(said.gatewayTransactionId()).isEqualTo("pi_1PgafyB7WZ01zgkW6dKueIc5");
    assertThat(said.occurredAt()).isEqualTo(Instant.parse("2026-11-23T07:20:00Z"));
    WIRE.server()
        .verify(
            getRequestedFor(
                    urlEqualTo(
                        "/v1/checkout/sessions/"
                            + SESSION
                            + "?expand%5B%5D=payment_intent.latest_charge"))
                .withHeader("Authorization", equalTo("Bearer sk_test_new")));
  }

  @Test
  void itSaysTheSameAsTheWebhook() {
    answers(okJson(paid()));
    Confirmation asked = counter.look(pending, Wire.NOW).getFirst();

    Reading heard =
        StripeEvent.read(
            Json.read(
                """
                {"type":"checkout.session.completed","created":1795418400,"data":{"object":%s}}"""
                    .formatted(unexpanded())),
            Wire.NOW);

    assertThat(heard).isEqualTo(new Reading.Proven(asked));
  }

  @Test
  void whatWentBackIsToldAfterThePayment() {
    answers(okJson(paid().replace("\"amount_refunded\":0", "\"amount_refunded\":20000")));

    List<Confirmation> told = counter.look(pending, Wire.NOW);

    assertThat(told).hasSize(2);
    assertThat(told.get(0)).isInstanceOf(Confirmation.Paid.class);
    assertThat(told.get(1))
        .isInstanceOfSatisfying(
            Confirmation.Refunded.class,
            refunded -> {
              assertThat(refunded.refundedAmount()).isEqualTo(20_000);
              assertThat(refunded.said().amount()).isEqualTo(50_000);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "expired,  unpaid, null,                    Expired,   unpaid",
    "complete, unpaid, processing,              Undecided, processing",
    "complete, unpaid, requires_payment_method, Failed,    card_declined",
    "complete, unpaid, canceled,                Cancelled, card_declined",
    "complete, unpaid, succeeded,               Paid,      card_declined",
  })
  void whatASessionCameToWithoutMoney(
      String status, String payment, String intent, String kind, String code) {
    answers(okJson(session(status, payment, intent(intent))));

    List<Confirmation> told = counter.look(pending, Wire.NOW);

    assertThat(told).extracting(it -> it.getClass().getSimpleName()).containsExactly(kind);
    assertThat(told.getFirst().said().code()).isEqualTo(code);
  }

  @Test
  void whatIsOpenCanStillBePaidWhateverFailed() {
    answers(okJson(session("open", "unpaid", intent("requires_payment_method"))));
    assertThat(counter.look(pending, Wire.NOW)).isEmpty();

    answers(okJson(open()));
    assertThat(counter.look(pending, Wire.NOW)).isEmpty();
  }

  @Test
  void anAsynchronousPaymentWhoseIntentIsNotShownIsUndecided() {
    answers(okJson(session("complete", "unpaid", "\"pi_1PgafyB7WZ01zgkW6dKueIc5\"")));

    assertThat(counter.look(pending, Wire.NOW))
        .singleElement()
        .isInstanceOf(Confirmation.Undecided.class);
  }

  /** The write of a confirmation demands the payment's own, and keeps an anomaly of another's. */
  @Test
  void anotherAmountOrCurrencyIsToldAsItIs() {
    answers(okJson(paid().replace("\"amount_total\":50000", "\"amount_total\":40000")));
    assertThat(counter.look(pending, Wire.NOW).getFirst().said().amount()).isEqualTo(40_000);

    answers(okJson(paid().replace("\"vnd\"", "\"usd\"")));
    assertThat(counter.look(pending, Wire.NOW).getFirst().said().currency()).isEqualTo("USD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"cs_1\",\"client_reference_id\":\"ANOTHER\",\"status\":\"complete\"}",
        "{}",
        "[]",
        "<html>maintenance</html>"
      })
  void anAnswerAboutAnotherPaymentProvesNothing(String answer) {
    answers(okJson(answer));

    assertTrouble(GatewayTrouble.Kind.UNPROVEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"amount_total\":50000", "\"currency\":\"vnd\"", "\"status\":\"complete\""})
  void anAnswerWithoutWhatItMustSayIsNotUnderstood(String field) {
    answers(okJson(paid().replace(field, "\"nothing\":1")));

    assertTrouble(GatewayTrouble.Kind.NOT_UNDERSTOOD);
  }

  @Test
  void aSessionThatStripeDoesNotKnowIsTrouble() {
    answers(error(404, "invalid_request_error", "resource_missing"));

    assertTrouble(GatewayTrouble.Kind.REFUSED);
  }

  @Test
  void whatBeganElsewhereIsNotAskedAbout() {
    assertThat(counter.look(WIRE.pending(request, Map.of()), Wire.NOW)).isEmpty();

    WIRE.server().verify(0, getRequestedFor(anyUrl()));
  }

  private void assertTrouble(GatewayTrouble.Kind kind) {
    Troubles.assertTrouble(kind, () -> counter.look(pending, Wire.NOW));
  }

  private static Instant created() {
    return Wire.NOW.minusSeconds(3_600);
  }

  private PaymentRequest until(Instant end) {
    return new PaymentRequest(
        request.gateway(),
        request.reference(),
        request.dossier(),
        request.procedure(),
        request.unit(),
        request.account(),
        request.amount(),
        request.currency(),
        request.description(),
        request.createdAt(),
        end,
        request.receipt());
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    WIRE.server().stubFor(any(anyUrl()).willReturn(answer));
  }

  private static void first(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
    WIRE.server()
        .stubFor(
            any(anyUrl())
                .inScenario("again")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("then"));
    WIRE.server()
        .stubFor(any(anyUrl()).inScenario("again").whenScenarioStateIs("then").willReturn(then));
  }

  private static ResponseDefinitionBuilder error(int status, String type, String code) {
    String more = code == null ? "" : ",\"code\":\"" + code + "\"";
    return aResponse()
        .withStatus(status)
        .withBody(
            "{\"error\":{\"type\":\"" + type + "\"" + more + ",\"message\":\"No: sk_test_new\"}}");
  }

  private static LoggedRequest sent() {
    return allSent().getFirst();
  }

  private static List<LoggedRequest> allSent() {
    return WIRE.server().getAllServeEvents().stream().map(it -> it.getRequest()).toList();
  }

  private static Map<String, String> form(LoggedRequest sent) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String pair : sent.getBodyAsString().split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static String open() {
    return session("open", "unpaid", "null");
  }

  private static String paid() {
    return session("complete", "paid", intent("succeeded"));
  }

  /** As an event has it: the intent by its id. */
  private static String unexpanded() {
    return session("complete", "paid", "\"pi_1PgafyB7WZ01zgkW6dKueIc5\"");
  }

  /** The example of https://docs.stripe.com/api/checkout/sessions/object, with our values in it. */
  private static String session(String status, String paymentStatus, String intent) {
    return """
        {"id":"%s","object":"checkout.session","after_expiration":null,\
        "allow_promotion_codes":null,"amount_subtotal":50000,"amount_total":50000,\
        "automatic_tax":{"enabled":false,"liability":null,"status":null},\
        "billing_address_collection":null,"cancel_url":null,\
        "client_reference_id":"H26.15-261123-0042","created":1795415405,"currency":"vnd",\
        "customer":null,"customer_details":{"email":"a@example.com"},"expires_at":1795501505,\
        "livemode":false,"locale":null,"metadata":{"reference":"H26.15-261123-0042"},\
        "mode":"payment","payment_intent":%s,"payment_status":"%s","status":"%s",\
        "success_url":"https://example.com/success","total_details":{"amount_discount":0},\
        "url":"https://checkout.stripe.com/c/pay/1"}"""
        .formatted(SESSION, intent, paymentStatus, status);
  }

  private static String intent(String status) {
    return status.equals("null")
        ? "null"
        : """
        {"id":"pi_1PgafyB7WZ01zgkW6dKueIc5","object":"payment_intent","amount":50000,\
        "amount_received":50000,"created":1795418000,"currency":"vnd",\
        "last_payment_error":%s,"status":"%s","metadata":{"reference":"H26.15-261123-0042"},\
        "latest_charge":%s}"""
            .formatted(
                status.equals("processing") ? "null" : "{\"code\":\"card_declined\"}",
                status,
                status.equals("succeeded") ? charge() : "null");
  }

  private static String charge() {
    return """
        {"id":"ch_3MmlLrLkdIwHu7ix0snN0B15","object":"charge","amount":50000,\
        "amount_refunded":0,"created":1795418400,"currency":"vnd","paid":true,\
        "payment_intent":"pi_1PgafyB7WZ01zgkW6dKueIc5","status":"succeeded",\
        "metadata":{"reference":"H26.15-261123-0042"}}""";
  }
}
