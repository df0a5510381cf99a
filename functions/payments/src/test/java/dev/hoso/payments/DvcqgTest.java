package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The national portal's callbacks, whose status nobody signs. */
class DvcqgTest {
  private final Door door =
      new Door(
          Map.of(
              "HOSO_GATEWAYS_DVCQG_CLIENT_ID", "G17_BXD",
              "HOSO_GATEWAYS_DVCQG_HASH_KEY2", "key-2"));
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
