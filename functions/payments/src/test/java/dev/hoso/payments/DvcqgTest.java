package dev.hoso.payments;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import dev.hoso.payments.gateways.Counters;
import dev.hoso.payments.gateways.DvcqgAnswer;
import dev.hoso.payments.gateways.GatewaySettings;
import dev.hoso.payments.gateways.Wire;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The national portal's callbacks, whose status nobody signs. */
class DvcqgTest {
  @RegisterExtension
  static final Wire WIRE =
      new Wire("dvcqg", Map.of("CLIENT_ID", "G17_BXD", "HASH_KEY1", "key-1", "HASH_KEY2", "key-2"));

  private final Door door = new Door(WIRE.environment());
  private final Map<String, String> fields = new LinkedHashMap<>();

  @BeforeEach
  void aCallbackOfAPayment() {
    door.asked("dvcqg", "20421_a", 150_000, "VND");
    fields.put("client_id", "\"G17_BXD\"");
    fields.put("transaction_id", "\"20421_a\"");
    fields.put("transaction_code", "\"KP1\"");
    fields.put("trans_amount", "\"150000\"");
    fields.put("addition_fee", "\"0\"");
    fields.put("command", "\"PAY\"");
    fields.put("version", "\"3.0\"");
    fields.put("status", "0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "99", "null", "\"0\""})
  void whateverTheStatusThePaymentIsDueToBeAskedAboutAndNothingMore(String status) {
    fields.put("status", status);

    assertThat(call()).isEqualTo(0L);

    Item item = item();
    assertThat(item.text("status")).isEqualTo("pending");
    assertThat(item.time("hintedAt")).isEqualTo(door.clock.instant());
    assertThat(item.text("due")).isEqualTo("2026-11-23T07:30:10Z");
    assertThat(item.has("gatewayTransactionId")).isFalse();
    assertThat(door.anomaliesToday()).isEmpty();
  }

  @Test
  void aLaterCallbackMakesItDueAgain() {
    call();
    door.clock.advance(Duration.ofMinutes(1));

    assertThat(call()).isEqualTo(0L);

    assertThat(item().text("due")).isEqualTo("2026-11-23T07:31:10Z");
  }

  @ParameterizedTest
  @CsvSource({
    "PAID, paid",
    "REFUNDED, refunded",
  })
  void whatIsPaidIsNotAskedAboutAgain(PaymentStatus status, String stays) {
    door.stand("dvcqg", "20421_a", status, "KP1");

    assertThat(call()).isEqualTo(0L);

    assertThat(item().text("status")).isEqualTo(stays);
    assertThat(item().has("due")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "trans_amount, '\"150000.0\"', notUnderstood",
    "trans_amount, '1.5e5', notUnderstood",
    "trans_amount, '140000', amountMismatch",
    "currency_code, '\"USD\"', foreignCurrency",
    "transaction_id, '\"99_z\"', unknownReference",
    "transaction_id, '\"a b\"', unknownReference",
    "client_id, '\"ANOTHER\"', wrongMerchant",
    "addition_fee, '\"0|PAY\"', badSignature",
    "version, 'null', badSignature",
  })
  void whatDoesNotFitIsRefusedAndKept(String field, String value, String kind) {
    fields.put(field, value);

    assertThat(call()).isEqualTo(-1L);

    assertThat(item().number("version")).isEqualTo(1);
    assertThat(door.anomaliesToday()).extracting(it -> it.text("kind")).containsExactly(kind);
    assertThat(door.anomaliesToday().getFirst().text("received")).doesNotContain("check_sum");
  }

  @ParameterizedTest
  @CsvSource({"0, paid", "1, failed"})
  void whatTheQuestionSaysSettlesIt(String status, String becomes) {
    platform(new DvcqgAnswer("key-2").with("status", status));
    call();

    follow();

    assertThat(item().text("status")).isEqualTo(becomes);
  }

  @Test
  void whatIsPaidIsConfirmedByTheQuestion() {
    platform(new DvcqgAnswer("key-2"));
    call();

    follow();

    assertThat(item().text("confirmedBy")).isEqualTo("query");
    assertThat(item().text("gatewayTransactionId")).isEqualTo("KP14812201");
    assertThat(item().text("paidAt")).isEqualTo("2026-11-23T14:20:00+07:00");
    assertThat(item().has("due")).isFalse();
    assertThat(call()).isEqualTo(0L);
    assertThat(item().has("due")).isFalse();
    assertThat(door.anomaliesToday()).isEmpty();
  }

  @Test
  void anotherAmountThanAskedForSettlesNothing() {
    platform(new DvcqgAnswer("key-2").with("trans_amount", "140000"));
    call();

    follow();

    assertThat(item().text("status")).isEqualTo("pending");
    assertThat(door.anomaliesToday())
        .extracting(it -> it.text("kind"))
        .containsExactly("amountMismatch");
  }

  /** However often it calls, and whatever it says of itself. */
  @Test
  void aPlatformThatCallsAndStaysPendingIsAskedOnceForEachCall() {
    platform(new DvcqgAnswer("key-2").with("status", "2"));

    for (int calls = 1; calls <= 3; calls++) {
      call();
      follow();
      follow();

      WIRE.server().verify(calls, postRequestedFor(anyUrl()));
      assertThat(item().text("status")).isEqualTo("pending");
      assertThat(item().time("due")).isAfter(door.clock.instant());
      door.clock.advance(Duration.ofMinutes(1));
    }
  }

  @Test
  void aCallbackAfterTheEndIsAskedAboutOnce() {
    platform(new DvcqgAnswer("key-2").with("status", "2"));
    door.clock.advance(Duration.ofHours(25));
    follow();
    assertThat(item().text("status")).isEqualTo("expired");

    call();
    follow();
    follow();

    assertThat(item().has("due")).isFalse();
    WIRE.server().verify(2, postRequestedFor(anyUrl()));
  }

  private static void platform(DvcqgAnswer answer) {
    WIRE.server().stubFor(post(urlEqualTo(DvcqgAnswer.PATH)).willReturn(okJson(answer.json())));
  }

  private void follow() {
    Payments payments = new Payments(door.payments);
    Anomalies anomalies = new Anomalies(door.anomalies);
    Counters counters =
        new Counters(new GatewaySettings(door.settings(WIRE.environment()), door.clock));
    Confirmations confirmations = new Confirmations(payments, anomalies, door.clock);
    new Following(payments, confirmations, anomalies, counters, door.clock).run(() -> true);
  }

  private Object call() {
    StringBuilder body = new StringBuilder("{");
    fields.forEach(
        (name, value) -> body.append('"').append(name).append("\":").append(value).append(','));
    String text =
        String.join(
            "|",
            plain("addition_fee"),
            plain("client_id"),
            plain("command"),
            plain("trans_amount"),
            plain("transaction_id"),
            plain("version"));
    body.append("\"check_sum\":\"").append(Sender.hex("key-2", text)).append("\"}");
    return Door.body(door.post("dvcqg", Map.of(), body.toString())).get("return_code");
  }

  private String plain(String name) {
    return fields.get(name).replace("\"", "");
  }

  private Item item() {
    return door.item("dvcqg", "20421_a");
  }
}
