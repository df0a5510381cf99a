package dev.hoso.payments.gateways;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.PaymentSamples;
import dev.hoso.payments.Refund;
import dev.hoso.payments.gateways.Refunding.Done;
import dev.hoso.payments.gateways.Refunding.Refused;
import dev.hoso.payments.gateways.Refunding.Waiting;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GOV.UK Pay's refunds, as its documents describe them. */
class GovukpayRefundsTest {
  private static final String PAYMENT = "/v1/payments/hu20sqlact5260q2nanm0q8u93";
  private static final String REFUNDS = PAYMENT + "/refunds";
  private static final String ID = "4jfabcee0ev36so050kooajabk";

  @RegisterExtension static final Wire WIRE = new Wire("govukpay", Map.of("API_KEY", "api_test_1"));

  private final GovukpayRefunds refunds =
      new GovukpayRefunds(new GovukpayApi(WIRE.settings(), new Calls()));
  private final PaymentRequest request = WIRE.request("EMB_LON.0042", 14_500, "GBP");
  private final Payment paid =
      WIRE.paid(
          request, Map.of("payment", "hu20sqlact5260q2nanm0q8u93"), "hu20sqlact5260q2nanm0q8u93");
  private final Refund refund = PaymentSamples.refund(5_000, 5_000, 1);
  private final Refund again = PaymentSamples.refund(5_000, 5_000, 2);

  @Test
  void aRefundSaysHowMuchIsLeftToGoBack() {
    wentBack(0);
    takesOn(refund("success"));

    assertThat(refunds.send(paid, refund, Wire.NOW))
        .isEqualTo(new Done(ID, Instant.parse("2026-11-23T07:22:15.226Z")));

    WIRE.server()
        .verify(
            1,
            postRequestedFor(urlEqualTo(REFUNDS))
                .withRequestBody(
                    equalToJson("{\"amount\":5000,\"refund_amount_available\":14500}")));
  }

  @Test
  void aSecondPartIsAskedForOfWhatIsLeft() {
    wentBack(5_000);
    takesOn(refund("submitted"));
    Payment before =
        PaymentSamples.with(
            PaymentSamples.sent(refund, "earlier"),
            request,
            Map.of(),
            "hu20sqlact5260q2nanm0q8u93");

    assertThat(refunds.send(before, PaymentSamples.refund(5_000, 10_000, 1), Wire.NOW))
        .isEqualTo(new Waiting(ID));

    WIRE.server()
        .verify(
            postRequestedFor(urlEqualTo(REFUNDS))
                .withRequestBody(
                    equalToJson("{\"amount\":5000,\"refund_amount_available\":9500}")));
  }

  @ParameterizedTest
  @CsvSource({"submitted, Waiting", "success, Done", "error, Refused"})
  void whatItSaysOfARefund(String status, String becomes) {
    wentBack(0);
    takesOn(refund(status));
    WIRE.server().stubFor(get(urlEqualTo(REFUNDS + "/" + ID)).willReturn(okJson(refund(status))));

    assertThat(refunds.send(paid, refund, Wire.NOW).getClass().getSimpleName()).isEqualTo(becomes);
    assertThat(
            refunds
                .look(paid, PaymentSamples.sent(refund, ID), Wire.NOW)
                .getClass()
                .getSimpleName())
        .isEqualTo(becomes);
  }

  @Test
  void aRefundWhoseAnswerWasLostIsNotTakenOnTwice() {
    wentBack(0);
    first(aResponse().withFault(Fault.EMPTY_RESPONSE), error(412, "P0604"));
    lists(refund("submitted"));

    assertThat(refunds.send(paid, refund, Wire.NOW)).isEqualTo(new Waiting(ID));
  }

  @Test
  void whileTheListDoesNotShowItYetItIsAskedAboutLater() {
    wentBack(0);
    first(aResponse().withFault(Fault.EMPTY_RESPONSE), error(412, "P0604"));
    lists("");

    assertThatThrownBy(() -> refunds.send(paid, refund, Wire.NOW))
        .isInstanceOf(GatewayTrouble.class);

    wentBack(5_000);
    assertThat(refunds.send(paid, again, Wire.NOW)).isEqualTo(new Waiting(again.id()));
    assertThat(refunds.look(paid, PaymentSamples.sent(again, again.id()), Wire.NOW))
        .isEqualTo(new Waiting(again.id()));

    lists(refund("success"));
    assertThat(refunds.look(paid, PaymentSamples.sent(again, again.id()), Wire.NOW))
        .isInstanceOf(Done.class);
    WIRE.server().verify(2, postRequestedFor(urlEqualTo(REFUNDS)));
  }

  @Test
  void aLaterRepeatLooksFirst() {
    lists(refund("success"));

    assertThat(refunds.send(paid, again, Wire.NOW)).isInstanceOf(Done.class);

    WIRE.server().verify(0, postRequestedFor(urlEqualTo(REFUNDS)));
  }

  @Test
  void whatWasNotTakenOnIsAskedForAgain() {
    lists("");
    wentBack(0);
    takesOn(refund("submitted"));

    assertThat(refunds.send(paid, again, Wire.NOW)).isEqualTo(new Waiting(ID));
  }

  @ParameterizedTest
  @CsvSource({
    "4jfabcee0ev36so050kooajabk, 2026-11-23T07:22:15.226Z, 4900",
    "4jfabcee0ev36so050kooajabk, 2026-11-23T07:10:00.000Z, 5000",
    "earlier,                    2026-11-23T07:22:15.226Z, 5000",
  })
  void anotherRefundThereIsNotTakenForThisOne(String id, String created, String amount) {
    lists(
        refund("success")
            .replace(ID, id)
            .replace("2026-11-23T07:22:15.226Z", created)
            .replace("\"amount\":5000", "\"amount\":" + amount));
    wentBack(5_000);
    takesOn(refund("submitted"));
    Payment before =
        PaymentSamples.with(
            PaymentSamples.sent(refund, "earlier"),
            request,
            Map.of(),
            "hu20sqlact5260q2nanm0q8u93");

    assertThat(refunds.send(before, PaymentSamples.refund(5_000, 10_000, 2), Wire.NOW))
        .isEqualTo(new Waiting(ID));
  }

  @ParameterizedTest
  @CsvSource({"1, 3000", "2, 3000", "2, 8000"})
  void whereMoreWentBackThanWeKnowAPersonMustLook(int attempts, long there) {
    lists("");
    wentBack(there);

    assertThat(refunds.send(paid, PaymentSamples.refund(5_000, 5_000, attempts), Wire.NOW))
        .isEqualTo(new Refused("P0604"));

    WIRE.server().verify(0, postRequestedFor(urlEqualTo(REFUNDS)));
  }

  @ParameterizedTest
  @CsvSource({"400, P0603", "404, P0600", "422, P0602"})
  void whatItWillNotDoIsRefused(int status, String code) {
    wentBack(0);
    WIRE.server().stubFor(post(urlEqualTo(REFUNDS)).willReturn(error(status, code)));

    assertThat(refunds.send(paid, refund, Wire.NOW)).isEqualTo(new Refused(code));
  }

  @ParameterizedTest
  @CsvSource({"401, REFUSED", "403, REFUSED", "429, UNREACHABLE", "500, UNREACHABLE"})
  void whatSaysNothingOfTheRefundIsTrouble(int status, GatewayTrouble.Kind kind) {
    wentBack(0);
    WIRE.server().stubFor(post(urlEqualTo(REFUNDS)).willReturn(error(status, "P0698")));

    assertThatThrownBy(() -> refunds.send(paid, refund, Wire.NOW))
        .isInstanceOfSatisfying(
            GatewayTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(kind));
  }

  @Test
  void anAnswerAboutAnotherRefundProvesNothing() {
    wentBack(0);
    takesOn("{\"refund_id\":\"x\",\"amount\":1}");

    assertThatThrownBy(() -> refunds.send(paid, refund, Wire.NOW))
        .isInstanceOfSatisfying(
            GatewayTrouble.class,
            trouble -> assertThat(trouble.kind()).isEqualTo(GatewayTrouble.Kind.UNPROVEN));
  }

  private static void wentBack(long pence) {
    WIRE.server()
        .stubFor(
            get(urlEqualTo(PAYMENT))
                .willReturn(
                    okJson(
                        GovukpayCounterTest.payment("success", "")
                            .replace(
                                "\"amount_available\":14500",
                                "\"amount_available\":" + (14_500 - pence))
                            .replace("\"amount_submitted\":0", "\"amount_submitted\":" + pence))));
  }

  private static void takesOn(String answer) {
    WIRE.server()
        .stubFor(
            post(urlEqualTo(REFUNDS)).willReturn(aResponse().withStatus(202).withBody(answer)));
  }

  private static void first(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
    WIRE.server()
        .stubFor(
            post(urlEqualTo(REFUNDS))
                .inScenario("again")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("then"));
    WIRE.server()
        .stubFor(
            post(urlEqualTo(REFUNDS))
                .inScenario("again")
                .whenScenarioStateIs("then")
                .willReturn(then));
  }

  private static ResponseDefinitionBuilder error(int status, String code) {
    return aResponse().withStatus(status).withBody("{\"code\":\"" + code + "\"}");
  }

  private static void lists(String refunds) {
    WIRE.server()
        .stubFor(
            get(urlEqualTo(REFUNDS))
                .willReturn(
                    okJson(
                        """
                        {"payment_id":"hu20sqlact5260q2nanm0q8u93","_links":{},\
                        "_embedded":{"refunds":[%s]}}"""
                            .formatted(refunds))));
  }

  /** The documents' example, with our values in it (api_reference/refund_payment_reference). */
  private static String refund(String status) {
    return """
        {"refund_id":"4jfabcee0ev36so050kooajabk","created_date":"2026-11-23T07:22:15.226Z",\
        "amount":5000,"status":"%s","_links":{}}"""
        .formatted(status);
  }
}
