package dev.hoso.payments.gateways;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static dev.hoso.payments.gateways.PayosAnswer.created;
import static dev.hoso.payments.gateways.PayosAnswer.known;
import static dev.hoso.payments.gateways.PayosAnswer.transfer;
import static dev.hoso.payments.gateways.Troubles.assertTrouble;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.hoso.payments.Asked;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.gateways.GatewayTrouble.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** payOS's API, as its documents describe it. */
class PayosCounterTest {
  private static final String LINKS = "/v2/payment-requests";
  private static final String ORDER = "123456789012345";
  private static final String LINK = LINKS + "/" + ORDER;
  private static final String KEY =
      "1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675";
  private static final String PAGE = "https://pay.payos.vn/web/124c33293c934a85be5b7f8761a27a07";
  private static final Map<String, String> IDS =
      Map.of("paymentLinkId", "124c33293c934a85be5b7f8761a27a07");

  @RegisterExtension
  static final Wire WIRE =
      new Wire(
          "payos",
          Map.of("CLIENT_ID", "client-1", "API_KEY", "api-1,api-0", "CHECKSUM_KEY", KEY + ",old"));

  private final PayosCounter counter = new PayosCounter(WIRE.settings(), new Calls());
  private final PaymentRequest request = WIRE.request(ORDER, 50_000, "VND");
  private final Payment pending = WIRE.pending(request, IDS);

  @Test
  void aLinkIsAskedForAsTheDocumentsSay() {
    opens(created(ORDER).signed(KEY));

    assertThat(counter.ask(WIRE.page(request)))
        .isEqualTo(new Asked.Opened(PAGE, IDS, "00020101021238570010A000000727"));

    LoggedRequest sent = Proof.sentTo(WIRE.server(), LINKS).getLast();
    assertThat(sent.getHeader("x-client-id")).isEqualTo("client-1");
    assertThat(sent.getHeader("x-api-key")).isEqualTo("api-1");
    assertThat(Proof.json(sent))
        .containsEntry("orderCode", ORDER)
        .containsEntry("amount", "50000")
        .containsEntry("description", "HS9012345")
        .containsEntry("expiredAt", "1795501805");
    assertThat(sent.getBodyAsString())
        .contains("\"orderCode\":123456789012345,", "\"expiredAt\":1795501805,")
        .doesNotContain("buyer");
    String receipt = "https://hoso.example.gov.vn/receipts/ABCDEFGH12345678";
    assertThat(Proof.json(sent).get("signature"))
        .isEqualTo(
            Proof.sha256(
                KEY,
                "amount=50000&cancelUrl="
                    + receipt
                    + "&description=HS9012345&orderCode="
                    + ORDER
                    + "&returnUrl="
                    + receipt));
  }

  @ParameterizedTest
  @CsvSource({"43, HS43", "1234567, HS1234567", "9007199254740991, HS4740991"})
  void whatTheTransferSaysHasNineCharactersAtMost(String orderCode, String text) {
    opens(created(orderCode).signed(KEY));

    counter.ask(WIRE.page(WIRE.request(orderCode, 50_000, "VND")));

    assertThat(Proof.json(Proof.sentTo(WIRE.server(), LINKS).getLast()))
        .containsEntry("description", text);
  }

  @Test
  void aLinkWhoseAnswerWasLostIsFoundAndNotMadeAgain() {
    WIRE.server()
        .stubFor(
            post(urlEqualTo(LINKS))
                .inScenario("lost")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
                .willSetStateTo("made"));
    WIRE.server()
        .stubFor(
            post(urlEqualTo(LINKS))
                .inScenario("lost")
                .whenScenarioStateIs("made")
                .willReturn(okJson(PayosAnswer.refused("231"))));
    knows(known(ORDER));

    assertThat(counter.ask(WIRE.page(request))).isEqualTo(new Asked.Opened(PAGE, IDS));

    WIRE.server().verify(2, postRequestedFor(urlEqualTo(LINKS)));
  }

  @Test
  void anotherPaymentsLinkUnderTheNumberIsTaken() {
    opens(PayosAnswer.refused("231"));

    knows(known(ORDER).with("amount", "40000"));
    assertTrouble(Kind.TAKEN, () -> counter.ask(WIRE.page(request)));

    knows(known(ORDER).stands("CANCELLED", 0));
    assertTrouble(Kind.TAKEN, () -> counter.ask(WIRE.page(request)));

    knows(known(ORDER).stands("PENDING", 1_000, transfer("FT1", 1_000, "2026-11-23 14:20:00")));
    assertTrouble(Kind.TAKEN, () -> counter.ask(WIRE.page(request)));

    knows(known(ORDER).with("id", "\"../evil\""));
    assertTrouble(Kind.TAKEN, () -> counter.ask(WIRE.page(request)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "201", "214", "401"})
  void aRefusalIsOne(String code) {
    opens(PayosAnswer.refused(code));

    assertTrouble(Kind.REFUSED, () -> counter.ask(WIRE.page(request)));
  }

  @Test
  void aLinkThatIsNotSignedOrNotTheOneAskedForIsNotShown() {
    opens(created(ORDER).signed("another key"));
    assertTrouble(Kind.UNPROVEN, () -> counter.ask(WIRE.page(request)));

    opens(created(ORDER).json("null"));
    assertTrouble(Kind.UNPROVEN, () -> counter.ask(WIRE.page(request)));

    opens(created("7").signed(KEY));
    assertTrouble(Kind.UNPROVEN, () -> counter.ask(WIRE.page(request)));

    opens(created(ORDER).with("amount", "5000").signed(KEY));
    assertTrouble(Kind.UNPROVEN, () -> counter.ask(WIRE.page(request)));

    opens("<html>maintenance</html>");
    assertTrouble(Kind.NOT_UNDERSTOOD, () -> counter.ask(WIRE.page(request)));

    opens(created(ORDER).with("checkoutUrl", "\"javascript:alert(1)\"").signed(KEY));
    assertTrouble(Kind.NOT_UNDERSTOOD, () -> counter.ask(WIRE.page(request)));
  }

  @Test
  void itSaysThatTheMoneyCame() {
    knows(
        known(ORDER)
            .stands(
                "PAID",
                50_000,
                transfer("FT2", 20_000, "2026-11-23 14:20:00"),
                transfer("FT1", 30_000, "2026-11-23 14:00:00")));

    List<Confirmation> told = counter.look(pending, Wire.NOW);

    assertThat(told).hasSize(1).first().isInstanceOf(Confirmation.Paid.class);
    Confirmation.Said said = told.getFirst().said();
    assertThat(said.amount()).isEqualTo(50_000);
    assertThat(said.gatewayTransactionId()).as("of the last transfer").isEqualTo("FT2");
    assertThat(said.occurredAt()).isEqualTo("2026-11-23T07:20:00Z");
    assertThat(said.bank()).isEqualTo("970436");
  }

  @Test
  void itsTimesMayHaveAnOffset() {
    knows(known(ORDER).stands("PAID", 50_000, transfer("F", 50_000, "2026-11-23T14:20:00+07:00")));

    assertThat(counter.look(pending, Wire.NOW).getFirst().said().occurredAt())
        .isEqualTo("2026-11-23T07:20:00Z");
  }

  @Test
  void moreThanWasAskedForIsPaidToo() {
    knows(known(ORDER).stands("PAID", 60_000, transfer("F", 60_000, "2026-11-23 14:20:00")));

    assertThat(counter.look(pending, Wire.NOW).getFirst().said().amount()).isEqualTo(50_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNDERPAID", "PENDING", "PROCESSING", "CANCELLED", "EXPIRED", "PAID"})
  void aPartOfTheMoneyIsForAPersonToLookAt(String status) {
    knows(known(ORDER).stands(status, 20_000, transfer("F", 20_000, "2026-11-23 14:20:00")));

    assertThat(counter.look(pending, Wire.NOW))
        .hasSize(1)
        .first()
        .isInstanceOfSatisfying(
            Confirmation.Undecided.class,
            undecided -> {
              assertThat(undecided.held()).isTrue();
              assertThat(undecided.said().code()).isEqualTo(status);
              assertThat(undecided.said().amount()).isEqualTo(50_000);
            });
  }

  @ParameterizedTest
  @CsvSource({"CANCELLED, Cancelled", "EXPIRED, Expired", "FAILED, Failed"})
  void itSaysThatNothingCameAndNothingWill(String status, String kind) {
    knows(known(ORDER).stands(status, 0));

    List<Confirmation> told = counter.look(pending, Wire.NOW);

    assertThat(told).hasSize(1);
    assertThat(told.getFirst().getClass().getSimpleName()).isEqualTo(kind);
    assertThat(told.getFirst().said().code()).isEqualTo(status);
  }

  @Test
  void whatIsToBePaidOrNotThereSaysNothing() {
    knows(known(ORDER));
    assertThat(counter.look(pending, Wire.NOW)).isEmpty();

    knows(known(ORDER).stands("PROCESSING", 0));
    assertThat(counter.look(pending, Wire.NOW)).isEmpty();

    answers(PayosAnswer.refused("101"));
    assertThat(counter.look(pending, Wire.NOW)).isEmpty();
  }

  @Test
  void whatIsNotProvenSaysNothing() {
    answers(known(ORDER).stands("PAID", 50_000).signed("another key"));
    assertTrouble(Kind.UNPROVEN, () -> counter.look(pending, Wire.NOW));

    answers(known("7").stands("PAID", 50_000).signed(KEY));
    assertTrouble(Kind.UNPROVEN, () -> counter.look(pending, Wire.NOW));

    answers(PayosAnswer.refused("214"));
    assertTrouble(Kind.REFUSED, () -> counter.look(pending, Wire.NOW));

    knows(known(ORDER).stands("ASTRAY", 0));
    assertTrouble(Kind.NOT_UNDERSTOOD, () -> counter.look(pending, Wire.NOW));

    answers("{}");
    assertTrouble(Kind.NOT_UNDERSTOOD, () -> counter.look(pending, Wire.NOW));
  }

  @Test
  void theKeyThatIsBeingReplacedStillProves() {
    answers(known(ORDER).stands("PAID", 50_000).signed("old"));

    assertThat(counter.look(pending, Wire.NOW)).hasSize(1);
  }

  @Test
  void aServerErrorOrTooManyQuestionsAreAskedAgain() {
    for (int status : new int[] {429, 503}) {
      WIRE.server()
          .stubFor(
              get(urlEqualTo(LINK))
                  .inScenario("later " + status)
                  .whenScenarioStateIs(Scenario.STARTED)
                  .willReturn(aResponse().withStatus(status))
                  .willSetStateTo("up"));
      WIRE.server()
          .stubFor(
              get(urlEqualTo(LINK))
                  .inScenario("later " + status)
                  .whenScenarioStateIs("up")
                  .willReturn(okJson(known(ORDER).signed(KEY))));

      assertThat(counter.look(pending, Wire.NOW)).isEmpty();
    }
  }

  private static void opens(String answer) {
    WIRE.server().stubFor(post(urlEqualTo(LINKS)).willReturn(okJson(answer)));
  }

  private static void knows(PayosAnswer answer) {
    answers(answer.signed(KEY));
  }

  private static void answers(String answer) {
    WIRE.server().stubFor(get(urlEqualTo(LINK)).willReturn(okJson(answer)));
  }
}
