package dev.hoso.payments.gateways;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.PaymentSamples;
import dev.hoso.payments.Refund;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stripe's refunds, as its documents describe them. */
class StripeRefundsTest {
  private static final String REFUNDS = "/v1/refunds";
  private static final String INTENT = "pi_1GszsK2eZvKYlo2CfhZyoZLp";

  @RegisterExtension static final Wire WIRE = new Wire("stripe", Map.of("SECRET_KEY", "sk_test_1"));

  private final StripeApi api = new StripeApi(WIRE.settings(), new Calls());
  private final StripeRefunds refunds = new StripeRefunds(api, new StripeCounter(api));
  private final PaymentRequest request = WIRE.request("H26.15-261123-0042", 50_000, "VND");
  private final Payment paid = WIRE.paid(request, Map.of("session", "cs_1"), INTENT);
  private final Refund refund = PaymentSamples.refund(20_000, 20_000, 1);
  private final Refund again = PaymentSamples.refund(20_000, 20_000, 2);

  @Test
  void aRefundIsAskedForUnderItsOwnName() {
    takesOn(refund("succeeded"));

    Refunding.Progress progress = refunds.send(paid, refund, Wire.NOW);

    assertThat(progress)
        .isEqualTo(
            new Refunding.Done(
                "re_1Nispe2eZvKYlo2Cd31jOCgZ", Instant.parse("2026-11-23T07:25:00Z")));
    WIRE.server()
        .verify(
            1,
            postRequestedFor(urlEqualTo(REFUNDS))
                .withHeader("Authorization", equalTo("Bearer sk_test_1"))
                .withHeader("Idempotency-Key", equalTo("HT0123456789ABCDEF"))
                .withRequestBody(
                    equalTo(
                        "payment_intent="
                            + INTENT
                            + "&amount=20000&metadata%5Brefund%5D=HT0123456789ABCDEF")));
  }

  @ParameterizedTest
  @CsvSource({
    "pending,         Waiting",
    "requires_action, Waiting",
    "succeeded,       Done",
    "failed,          Refused",
    "canceled,        Refused",
  })
  void whatStripeSaysOfARefund(String status, String becomes) {
    takesOn(refund(status));
    WIRE.server()
        .stubFor(
            get(urlEqualTo(REFUNDS + "/re_1Nispe2eZvKYlo2Cd31jOCgZ"))
                .willReturn(okJson(refund(status))));

    assertThat(refunds.send(paid, refund, Wire.NOW).getClass().getSimpleName()).isEqualTo(becomes);
    assertThat(refunds.look(paid, sent(), Wire.NOW).getClass().getSimpleName()).isEqualTo(becomes);
  }

  @Test
  void aFailureHasItsReason() {
    takesOn(
        refund("failed").replace("\"reason\":null", "\"failure_reason\":\"lost_or_stolen_card\""));

    assertThat(refunds.send(paid, refund, Wire.NOW))
        .isEqualTo(new Refunding.Refused("lost_or_stolen_card"));
  }

  @Test
  void aRefundWhoseAnswerWasLostIsAskedForUnderTheSameName() {
    WIRE.server()
        .stubFor(
            post(urlEqualTo(REFUNDS))
                .inScenario("again")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
                .willSetStateTo("then"));
    WIRE.server()
        .stubFor(
            post(urlEqualTo(REFUNDS))
                .inScenario("again")
                .whenScenarioStateIs("then")
                .willReturn(okJson(refund("pending"))));

    assertThat(refunds.send(paid, refund, Wire.NOW)).isInstanceOf(Refunding.Waiting.class);

    WIRE.server()
        .verify(
            2,
            postRequestedFor(urlEqualTo(REFUNDS))
                .withHeader("Idempotency-Key", equalTo("HT0123456789ABCDEF")));
  }

  @Test
  void aLaterRepeatLooksFirstBecauseStripeForgetsKeys() {
    knows(refund("succeeded"));

    assertThat(refunds.send(paid, again, Wire.NOW)).isInstanceOf(Refunding.Done.class);

    WIRE.server().verify(0, postRequestedFor(urlEqualTo(REFUNDS)));
  }

  @Test
  void whatStripeDoesNotKnowIsAskedForAgain() {
    knows(refund("succeeded").replace("HT0123456789ABCDEF", "HT00000000000OTHER"));
    takesOn(refund("pending"));

    assertThat(refunds.send(paid, again, Wire.NOW)).isInstanceOf(Refunding.Waiting.class);

    WIRE.server()
        .verify(
            1,
            postRequestedFor(urlEqualTo(REFUNDS))
                .withHeader("Idempotency-Key", equalTo("HT0123456789ABCDEF")));
  }

  @ParameterizedTest
  @CsvSource({
    "400, charge_already_refunded",
    "400, parameter_invalid_integer",
    "402, insufficient_funds",
    "404, resource_missing",
  })
  void whatStripeWillNotDoIsRefused(int status, String code) {
    refuses(status, "invalid_request_error", code);

    assertThat(refunds.send(paid, refund, Wire.NOW)).isEqualTo(new Refunding.Refused(code));
  }

  @ParameterizedTest
  @CsvSource({
    "400, idempotency_error, x,                        TAKEN",
    "401, invalid_request_error, x,                    REFUSED",
    "403, invalid_request_error, x,                    REFUSED",
    "409, invalid_request_error, idempotency_key_in_use, REFUSED",
    "429, rate_limit_error, rate_limit,                UNREACHABLE",
    "500, api_error, x,                                UNREACHABLE",
  })
  void whatSaysNothingOfTheRefundIsTrouble(
      int status, String type, String code, GatewayTrouble.Kind kind) {
    refuses(status, type, code);

    assertThatThrownBy(() -> refunds.send(paid, refund, Wire.NOW))
        .isInstanceOfSatisfying(
            GatewayTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{}", "{\"id\":\"re_1\",\"amount\":10000,\"status\":\"succeeded\"}", "<html>"})
  void anAnswerAboutAnotherRefundProvesNothing(String answer) {
    takesOn(answer);

    assertThatThrownBy(() -> refunds.send(paid, refund, Wire.NOW))
        .isInstanceOfSatisfying(
            GatewayTrouble.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(GatewayTrouble.Kind.UNPROVEN));
  }

  @Test
  void aPaymentThatWasConfirmedOtherwiseHasItsIntentInItsSession() {
    WIRE.server()
        .stubFor(
            get(urlPathEqualTo("/v1/checkout/sessions/cs_1"))
                .willReturn(
                    okJson(
                        """
                        {"id":"cs_1","client_reference_id":"H26.15-261123-0042",\
                        "payment_intent":{"id":"%s"}}"""
                            .formatted(INTENT))));
    takesOn(refund("pending"));
    Payment bySettlement = WIRE.paid(request, Map.of("session", "cs_1"), "txn_1");

    assertThat(refunds.send(bySettlement, refund, Wire.NOW)).isInstanceOf(Refunding.Waiting.class);
  }

  private Refund sent() {
    return PaymentSamples.sent(refund, "re_1Nispe2eZvKYlo2Cd31jOCgZ");
  }

  private static void takesOn(String answer) {
    WIRE.server().stubFor(post(urlEqualTo(REFUNDS)).willReturn(okJson(answer)));
  }

  private static void refuses(int status, String type, String code) {
    WIRE.server()
        .stubFor(
            post(urlEqualTo(REFUNDS))
                .willReturn(
                    aResponse()
                        .withStatus(status)
                        .withBody(
                            "{\"error\":{\"type\":\"%s\",\"code\":\"%s\"}}"
                                .formatted(type, code))));
  }

  private static void knows(String refund) {
    WIRE.server()
        .stubFor(
            get(urlEqualTo(REFUNDS + "?payment_intent=" + INTENT + "&limit=100"))
                .willReturn(
                    okJson(
                        """
                        {"object":"list","url":"/v1/refunds","has_more":false,"data":[%s]}"""
                            .formatted(refund))));
  }

  /** The example of https://docs.stripe.com/api/refunds/create, with our values in it. */
  private static String refund(String status) {
    return """
        {"id":"re_1Nispe2eZvKYlo2Cd31jOCgZ","object":"refund","amount":20000,\
        "balance_transaction":"txn_1Nispe2eZvKYlo2CYezqFhEx",\
        "charge":"ch_1NirD82eZvKYlo2CIvbtLWuY","created":1795418700,"currency":"vnd",\
        "metadata":{"refund":"HT0123456789ABCDEF"},\
        "payment_intent":"pi_1GszsK2eZvKYlo2CfhZyoZLp","reason":null,"receipt_number":null,\
        "source_transfer_reversal":null,"status":"%s","transfer_reversal":null}"""
        .formatted(status);
  }
}
