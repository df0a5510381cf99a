package dev.hoso.payments.gateways;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.hoso.payments.Asked;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import java.time.Instant;
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

/** GOV.UK Pay's API, as its documents describe it. */
class GovukpayCounterTest {
  private static final String ID = "hu20sqlact5260q2nanm0q8u93";

  @RegisterExtension static final Wire WIRE = new Wire("govukpay", Map.of("API_KEY", "api_test_1"));

  private final GovukpayCounter counter =
      new GovukpayCounter(new GovukpayApi(WIRE.settings(), new Calls()));
  private final PaymentRequest request = WIRE.request("EMB_LON.0042", 14_500, "GBP");
  private final Payment pending = WIRE.pending(request, Map.of("payment", ID));

  @Test
  void aPaymentIsAskedForAsTheDocumentsSay() {
    answers(created());

    Asked asked = counter.ask(WIRE.page(request));

    assertThat(asked)
        .isEqualTo(
            new Asked.Opened(
                "https://www.payments.service.gov.uk/secure/ef1b6ff1-db34-4c62-b854-3ed4ba3c4049",
                Map.of("payment", ID)));
    LoggedRequest sent = allSent().getFirst();
    assertThat(sent.getMethod() + " " + sent.getUrl()).isEqualTo("POST /v1/payments");
    assertThat(sent.getHeader("Authorization")).isEqualTo("Bearer api_test_1");
    assertThat(sent.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(sent.getHeader("Idempotency-Key")).matches("[a-zA-Z0-9-]{1,255}");
    assertThat(sent.getBodyAsString())
        .isEqualTo(
            """
            {"amount":14500,"reference":"EMB_LON.0042",\
            "description":"Lệ phí hồ sơ H26.15-261123-0042",\
            "return_url":"https://hoso.example.gov.vn/receipts/ABCDEFGH12345678?back=1",\
            "language":"en"}""");
  }

  @ParameterizedTest
  @CsvSource({
    "Pay at https://evil.example/x now, Pay at evil.example/x now",
    "See WWW.example.vn,                See example.vn",
    "Legalisation: 2 papers,            Legalisation: 2 papers",
  })
  void aDescriptionHasNoAddresses(String description, String sent) {
    answers(created());

    counter.ask(WIRE.page(described(description)));

    assertThat(Json.read(allSent().getFirst().getBodyAsString()).text("description"))
        .isEqualTo(sent);
  }

  static Stream<ResponseDefinitionBuilder> anAnswerThatDoesNotReachUs() {
    return Stream.of(
        aResponse().withFault(Fault.EMPTY_RESPONSE),
        aResponse().withStatus(429).withBody("{\"code\":\"P0900\"}"),
        aResponse().withStatus(500).withBody("{\"code\":\"P0198\"}"));
  }

  @ParameterizedTest
  @MethodSource("anAnswerThatDoesNotReachUs")
  void aPageWhoseAnswerWasLostIsAskedForUnderTheSameKey(ResponseDefinitionBuilder lost) {
    WIRE.server()
        .stubFor(
            any(anyUrl())
                .inScenario("again")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(lost)
                .willSetStateTo("then"));
    WIRE.server()
        .stubFor(
            any(anyUrl()).inScenario("again").whenScenarioStateIs("then").willReturn(created()));

    counter.ask(WIRE.page(request));

    assertThat(allSent()).hasSize(2);
    assertThat(allSent()).extracting(it -> it.getHeader("Idempotency-Key")).doesNotContainNull();
    assertThat(allSent().get(0).getHeader("Idempotency-Key"))
        .isEqualTo(allSent().get(1).getHeader("Idempotency-Key"));
  }

  static Stream<Arguments> anAnswerThatOpensNothing() {
    return Stream.of(
        Arguments.of(error(409, "P0191"), GatewayTrouble.Kind.TAKEN),
        Arguments.of(error(400, "P0101"), GatewayTrouble.Kind.REFUSED),
        Arguments.of(aResponse().withStatus(401), GatewayTrouble.Kind.REFUSED),
        Arguments.of(error(422, "P0102"), GatewayTrouble.Kind.REFUSED),
        Arguments.of(
            okJson(payment("created", "").replace("next_url", "no_url")),
            GatewayTrouble.Kind.NOT_UNDERSTOOD),
        Arguments.of(okJson("<html>"), GatewayTrouble.Kind.NOT_UNDERSTOOD),
        Arguments.of(
            okJson(payment("created", "").replace("EMB_LON.0042", "ANOTHER")),
            GatewayTrouble.Kind.UNPROVEN));
  }

  @ParameterizedTest
  @MethodSource("anAnswerThatOpensNothing")
  void whatIsNoPageOfThisPaymentIsTrouble(
      ResponseDefinitionBuilder answer, GatewayTrouble.Kind kind) {
    answers(answer);

    assertThatThrownBy(() -> counter.ask(WIRE.page(request)))
        .isInstanceOfSatisfying(
            GatewayTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(kind));
  }

  @Test
  void aPaymentIsPaidWhenItIsCaptured() {
    answers(okJson(payment("success", CAPTURED)));

    List<Confirmation> told = counter.look(pending, Wire.NOW);

    assertThat(told).singleElement().isInstanceOf(Confirmation.Paid.class);
    Confirmation.Said said = told.getFirst().said();
    assertThat(said.reference()).isEqualTo(request.reference());
    assertThat(said.amount()).isEqualTo(14_500);
    assertThat(said.currency()).isEqualTo("GBP");
    assertThat(said.gatewayTransactionId()).isEqualTo(ID);
    assertThat(said.occurredAt()).isEqualTo(Instant.parse("2026-11-23T07:20:00Z"));
    WIRE.server().verify(getRequestedFor(urlEqualTo("/v1/payments/" + ID)));
  }

  @ParameterizedTest
  @CsvSource({
    "success,    P,     Undecided, card_payment_succeeded",
    "capturable, P,     Undecided, card_payment_succeeded",
    "failed,     P0010, Failed,    P0010",
    "failed,     P0020, Failed,    P0020",
    "failed,     P0030, Failed,    P0030",
    "cancelled,  P0040, Failed,    P0040",
    "error,      P0050, Failed,    P0050",
  })
  void whatElseBecomesOfAPayment(String status, String state, String kind, String code) {
    String more = state.equals("P") ? "" : ",\"code\":\"" + state + "\"";
    answers(okJson(payment(status + "\"" + more + ",\"x\":\"", "\"capture_submit_time\":null")));

    List<Confirmation> told = counter.look(pending, Wire.NOW);

    assertThat(told).extracting(it -> it.getClass().getSimpleName()).containsExactly(kind);
    assertThat(told.getFirst().said().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"created", "started", "submitted"})
  void whileThePayerIsAtItNothingHasBecomeOfIt(String status) {
    answers(okJson(payment(status, "")));

    assertThat(counter.look(pending, Wire.NOW)).isEmpty();
  }

  @Test
  void whatWentBackIsToldAfterThePayment() {
    answers(
        okJson(
            payment("success", CAPTURED)
                .replace("\"amount_submitted\":0", "\"amount_submitted\":5000")));

    List<Confirmation> told = counter.look(pending, Wire.NOW);

    assertThat(told).hasSize(2);
    assertThat(told.get(0)).isInstanceOf(Confirmation.Paid.class);
    assertThat(told.get(1))
        .isInstanceOfSatisfying(
            Confirmation.Refunded.class,
            refunded -> assertThat(refunded.refundedAmount()).isEqualTo(5_000));
  }

  /** The webhooks' and the query's words for one thing lead to one state. */
  @ParameterizedTest
  @CsvSource({
    "card_payment_captured,  success,   true",
    "card_payment_succeeded, success,   false",
    "card_payment_failed,    failed,    false",
  })
  void itSaysTheSameAsTheWebhook(String event, String status, boolean captured) {
    String payment = payment(status, captured ? CAPTURED : "");
    answers(okJson(payment));

    Reading heard =
        new Govukpay(WIRE.settings())
            .told(
                Json.read(
                    """
                    {"event_type":"%s","created_date":"%s","resource":%s}"""
                        .formatted(event, captured ? "2026-11-23T07:20:00Z" : Wire.NOW, payment)),
                Wire.NOW);

    assertThat(heard).isEqualTo(new Reading.Proven(counter.look(pending, Wire.NOW).getFirst()));
  }

  @Test
  void anotherAmountIsToldAsItIs() {
    answers(okJson(payment("success", CAPTURED).replace("\"amount\":14500", "\"amount\":14400")));

    assertThat(counter.look(pending, Wire.NOW).getFirst().said().amount()).isEqualTo(14_400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"reference\":\"emb_lon.0042\"}", "{}", "[1]", "<html>"})
  void anAnswerAboutAnotherPaymentProvesNothing(String answer) {
    answers(okJson(answer));

    assertTrouble(GatewayTrouble.Kind.UNPROVEN);
  }

  @Test
  void anAmountThatIsNoneIsNotUnderstood() {
    answers(okJson(payment("success", CAPTURED).replace("\"amount\":14500", "\"amount\":145.00")));

    assertTrouble(GatewayTrouble.Kind.NOT_UNDERSTOOD);
  }

  @Test
  void aPaymentThatItDoesNotKnowIsTrouble() {
    answers(error(404, "P0200"));

    assertTrouble(GatewayTrouble.Kind.REFUSED);
  }

  @Test
  void aPaymentWithoutAnIdIsFoundByItsReferenceThePaidOneFirst() {
    String search = "/v1/payments?reference=EMB_LON.0042";
    WIRE.server()
        .stubFor(
            get(urlEqualTo(search))
                .willReturn(
                    okJson(
                        """
                        {"total":3,"count":3,"page":1,"results":[\
                        {"reference":"emb_lon.0042","payment_id":"a1","state":{"status":"success"}},\
                        {"reference":"EMB_LON.0042","payment_id":"a2","state":{"status":"created"}},\
                        {"reference":"EMB_LON.0042","payment_id":"%s",\
                        "state":{"status":"success"}}]}"""
                            .formatted(ID))));
    WIRE.server()
        .stubFor(
            get(urlEqualTo("/v1/payments/" + ID)).willReturn(okJson(payment("success", CAPTURED))));

    assertThat(counter.look(WIRE.pending(request, Map.of()), Wire.NOW))
        .singleElement()
        .isInstanceOf(Confirmation.Paid.class);
  }

  @Test
  void whatNobodyBeganIsNotFound() {
    answers(okJson("{\"total\":0,\"count\":0,\"page\":1,\"results\":[]}"));

    assertThat(counter.look(WIRE.pending(request, Map.of()), Wire.NOW)).isEmpty();
  }

  private void assertTrouble(GatewayTrouble.Kind kind) {
    Troubles.assertTrouble(kind, () -> counter.look(pending, Wire.NOW));
  }

  private PaymentRequest described(String description) {
    return new PaymentRequest(
        request.gateway(),
        request.reference(),
        request.dossier(),
        request.procedure(),
        request.unit(),
        request.account(),
        request.amount(),
        request.currency(),
        description,
        request.createdAt(),
        request.expiresAt(),
        request.receipt());
  }

  private static void answers(ResponseDefinitionBuilder answer) {
    WIRE.server().stubFor(any(anyUrl()).willReturn(answer));
  }

  private static List<LoggedRequest> allSent() {
    return WIRE.server().getAllServeEvents().stream().map(it -> it.getRequest()).toList();
  }

  private static ResponseDefinitionBuilder created() {
    return aResponse().withStatus(201).withBody(payment("created", ""));
  }

  private static ResponseDefinitionBuilder error(int status, String code) {
    return aResponse()
        .withStatus(status)
        .withBody("{\"code\":\"" + code + "\",\"description\":\"No\"}");
  }

  private static final String CAPTURED =
      "\"capture_submit_time\":\"2026-11-23T07:20:00.000Z\",\"captured_date\":\"2026-11-23\"";

  /** The documents' example, with our values in it (api_reference/create_a_payment_reference). */
  static String payment(String status, String settlement) {
    return """
        {"amount":14500,"description":"Pay your council tax.","reference":"EMB_LON.0042",\
        "language":"en","email":"sherlock.holmes@example.com","state":{"status":"%s",\
        "finished":false},"payment_id":"hu20sqlact5260q2nanm0q8u93","payment_provider":"stripe",\
        "created_date":"2026-11-23T06:30:05.019Z","refund_summary":{"status":"pending",\
        "amount_available":14500,"amount_submitted":0},"settlement_summary":{%s},\
        "delayed_capture":false,"moto":false,"return_url":"https://your.service.gov.uk/completed",\
        "_links":{"self":{"href":"https://publicapi.payments.service.gov.uk/v1/payments/hu20sqlact5260q2nanm0q8u93",\
        "method":"GET"},"next_url":{"href":\
        "https://www.payments.service.gov.uk/secure/ef1b6ff1-db34-4c62-b854-3ed4ba3c4049",\
        "method":"GET"}}}"""
        .formatted(status, settlement);
  }
}
