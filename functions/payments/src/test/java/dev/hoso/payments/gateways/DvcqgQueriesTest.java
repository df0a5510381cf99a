package dev.hoso.payments.gateways;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hoso.core.Settings;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Payment;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The national portal's platform, asked as OpenCPS does and answering as we assume. */
class DvcqgQueriesTest {
  @RegisterExtension
  static final Wire WIRE =
      new Wire(
          "dvcqg",
          Map.of("CLIENT_ID", "G17_BXD", "HASH_KEY1", "key-1", "HASH_KEY2", "key-2,old-key-2"));

  private final DvcqgQueries queries = new DvcqgQueries(WIRE.settings(), new Calls());
  private final Payment pending = WIRE.pending(WIRE.request("20421_a", 150_000, "VND"), Map.of());

  @Test
  void theQuestionIsSignedWithKey1() {
    answers(new DvcqgAnswer("key-2"));

    queries.look(pending, Wire.NOW);

    WIRE.server()
        .verify(
            postRequestedFor(urlEqualTo(DvcqgAnswer.PATH))
                .withRequestBody(
                    equalToJson(
                        """
                        {"client_id":"G17_BXD","transaction_id":"20421_a","command":"PAY",\
                        "check_sum":"%s"}"""
                            .formatted(Hmac.SHA256.hex("key-1", "G17_BXD|PAY|20421_a")))));
  }

  @ParameterizedTest
  @CsvSource({"0, Paid", "1, Failed"})
  void itSaysWhatBecameOfAPayment(String status, String kind) {
    answers(new DvcqgAnswer("key-2").with("status", status));

    List<Confirmation> told = queries.look(pending, Wire.NOW);

    assertThat(told).extracting(it -> it.getClass().getSimpleName()).containsExactly(kind);
    Confirmation.Said said = told.getFirst().said();
    assertThat(said.amount()).isEqualTo(150_000);
    assertThat(said.currency()).isEqualTo("VND");
    assertThat(said.gatewayTransactionId()).isEqualTo("KP14812201");
    assertThat(said.occurredAt()).isEqualTo(Instant.parse("2026-11-23T07:20:00Z"));
  }

  @Test
  void whatIsPendingOrNotKnownSaysNothing() {
    answers(new DvcqgAnswer("key-2").with("status", "2"));
    assertThat(queries.look(pending, Wire.NOW)).isEmpty();

    WIRE.server()
        .stubFor(
            post(urlEqualTo(DvcqgAnswer.PATH))
                .willReturn(okJson("{\"error\":\"2\",\"msg\":\"transaction not found\"}")));
    assertThat(queries.look(pending, Wire.NOW)).isEmpty();
  }

  @Test
  void anOldKeyProvesWhileItIsReplaced() {
    answers(new DvcqgAnswer("old-key-2"));

    assertThat(queries.look(pending, Wire.NOW)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"key-1", "another"})
  void anotherKeyProvesNothing(String key) {
    answers(new DvcqgAnswer(key));

    assertTrouble(GatewayTrouble.Kind.UNPROVEN);
  }

  /** What a callback leaves open is signed here: nobody turns a failure into a success. */
  @ParameterizedTest
  @CsvSource({
    "status,           1,          0",
    "trans_amount,     150000,     1",
    "transaction_code, KP14812201, KP1",
    "transaction_id,   20421_a,    20421_b",
  })
  void whatWasChangedOnItsWayProvesNothing(String field, String signed, String changed) {
    String answer = new DvcqgAnswer("key-2").with(field, signed).json();
    serve(answer.replace("\"" + field + "\":\"" + signed, "\"" + field + "\":\"" + changed));

    assertTrouble(GatewayTrouble.Kind.UNPROVEN);
  }

  @ParameterizedTest
  @CsvSource({"client_id, ANOTHER", "transaction_id, 99_z"})
  void anAnswerAboutAnotherPaymentProvesNothing(String field, String value) {
    answers(new DvcqgAnswer("key-2").with(field, value));

    assertTrouble(GatewayTrouble.Kind.UNPROVEN);
  }

  @Test
  void withoutAChecksumOrWithASeparatorInAValueNothingIsProven() {
    serve(new DvcqgAnswer("key-2").json().replace("check_sum", "no_sum"));
    assertTrouble(GatewayTrouble.Kind.UNPROVEN);

    answers(new DvcqgAnswer("key-2").with("transaction_code", "KP|1"));
    assertTrouble(GatewayTrouble.Kind.UNPROVEN);
  }

  @ParameterizedTest
  @CsvSource({
    "{\"error\":\"1\"}, REFUSED",
    "{},                REFUSED",
    "<html>,            REFUSED",
  })
  void whatIsNoAnswerIsTrouble(String answer, GatewayTrouble.Kind kind) {
    serve(answer);

    assertTrouble(kind);
  }

  @Test
  void aStatusThatWeDoNotKnowIsNotUnderstood() {
    answers(new DvcqgAnswer("key-2").with("status", "7"));

    assertTrouble(GatewayTrouble.Kind.NOT_UNDERSTOOD);
  }

  @Test
  void aPlatformThatIsDownIsTrouble() {
    WIRE.server()
        .stubFor(post(urlEqualTo(DvcqgAnswer.PATH)).willReturn(aResponse().withStatus(502)));

    assertTrouble(GatewayTrouble.Kind.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261123153000", "20261120100000", "soon"})
  void aTimeThatCannotBeIsWhenWeHeardOfIt(String time) {
    answers(new DvcqgAnswer("key-2").with("pay_time", time));

    assertThat(queries.look(pending, Wire.NOW).getFirst().said().occurredAt()).isEqualTo(Wire.NOW);
  }

  /** The write of a confirmation demands the payment's own, and keeps an anomaly of another's. */
  @Test
  void anotherAmountIsToldAsItIs() {
    answers(new DvcqgAnswer("key-2").with("trans_amount", "140000"));

    assertThat(queries.look(pending, Wire.NOW).getFirst().said().amount()).isEqualTo(140_000);
  }

  @Test
  void noPublicAddressIsKnownSoItMustBeSet() {
    Map<String, String> settings = WIRE.environment();
    settings.remove("HOSO_GATEWAYS_DVCQG_BASE_URL");
    // Elsewhere than in the environment nothing is looked for in this test.
    settings.put("HOSO_GATEWAYS_DVCQG_TAYHO_BASE_URL", "https://pay.example");
    DvcqgQueries unset =
        new DvcqgQueries(
            new GatewaySettings(Settings.of(settings), InstantSource.fixed(Wire.NOW)), new Calls());

    assertThatThrownBy(() -> unset.look(pending, Wire.NOW))
        .isInstanceOf(MissingSetting.class)
        .hasMessageContaining("HOSO_GATEWAYS_DVCQG_BASE_URL");
  }

  private void assertTrouble(GatewayTrouble.Kind kind) {
    Troubles.assertTrouble(kind, () -> queries.look(pending, Wire.NOW));
  }

  private static void answers(DvcqgAnswer answer) {
    serve(answer.json());
  }

  private static void serve(String answer) {
    WIRE.server().stubFor(post(urlEqualTo(DvcqgAnswer.PATH)).willReturn(okJson(answer)));
  }
}
