package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What no gateway should send, at each of them: it gives the protocol's error, changes nothing, and
 * is kept without anything personal.
 */
class BadInputTest {
  private static final Set<Sender> POSTING = EnumSet.complementOf(EnumSet.of(Sender.VNPAY));
  private final Door door = new Door(Sender.everybodysSettings());

  @ParameterizedTest
  @MethodSource("posting")
  void aBodyAbove256KiBIsNotEvenRead(Sender sender) {
    Door.Call paid = sender.paid(asked(sender));
    String large = paid.body() + " ".repeat(256 * 1024 - paid.body().length() + 1);

    Map<String, Object> answer = door.answer(with(paid, large, false));

    assertThat(answer).containsEntry("statusCode", 413L);
    assertRefusedAs("oversize", sender);
  }

  @ParameterizedTest
  @MethodSource("posting")
  void norIsOneInBase64(Sender sender) {
    Door.Call paid = sender.paid(asked(sender));
    String large = base64((paid.body() + " ".repeat(256 * 1024)).getBytes(StandardCharsets.UTF_8));

    assertThat(door.answer(with(paid, large, true))).containsEntry("statusCode", 413L);

    assertRefusedAs("oversize", sender);
  }

  @ParameterizedTest
  @MethodSource("posting")
  void aBodyInBase64IsRead(Sender sender) {
    Door.Call paid = sender.paid(asked(sender));
    String body = base64(paid.body().getBytes(StandardCharsets.UTF_8));

    door.answer(with(paid, body, true));

    assertThat(item(sender).text("status")).isEqualTo("paid");
  }

  @ParameterizedTest
  @MethodSource("posting")
  void whatIsSaidToBeBase64AndIsNotIsMalformed(Sender sender) {
    Door.Call paid = sender.paid(asked(sender));

    assertRefusal(door.answer(with(paid, "{not base64}", true)), sender);

    assertRefusedAs("malformed", sender);
  }

  @ParameterizedTest
  @EnumSource(names = {"SEPAY", "STRIPE", "GOVUKPAY", "STANDARD"})
  void aSignedNameThatStandsTwiceIsRefused(Sender sender) {
    String body = sender.paid(asked(sender)).body();

    assertRefusal(
        door.answer(sender.raw(body.replaceFirst("\\{", "{\"a\":1,\"\\\\u0061\":2,"))), sender);

    assertRefusedAs("duplicateName", sender);
  }

  @ParameterizedTest
  @EnumSource(names = {"MOMO", "ZALOPAY", "PAYOS"})
  void soIsOneBesideWhatIsSigned(Sender sender) {
    Door.Call paid = sender.paid(asked(sender));

    assertRefusal(
        door.answer(with(paid, paid.body().replaceFirst("\\{", "{\"a\":1,\"a\":2,"), false)),
        sender);

    assertRefusedAs("duplicateName", sender);
  }

  @ParameterizedTest
  @MethodSource("posting")
  void anotherCharsetThanUtf8IsMalformed(Sender sender) {
    Door.Call paid = sender.paid(asked(sender));
    String latin =
        base64(paid.body().replace("{", "{\"é\":1,").getBytes(StandardCharsets.ISO_8859_1));

    assertRefusal(door.answer(with(paid, latin, true)), sender);

    assertThat(item(sender).text("status")).isEqualTo("pending");
  }

  @ParameterizedTest
  @EnumSource(names = {"SEPAY", "STRIPE", "GOVUKPAY", "STANDARD"})
  void soIsWhatIsNestedTooDeepThoughItIsSigned(Sender sender) {
    asked(sender);

    assertRefusal(door.answer(sender.raw("[".repeat(20_000) + "]".repeat(20_000))), sender);

    assertRefusedAs("malformed", sender);
  }

  @ParameterizedTest
  @CsvSource({"50000.0", "50000.5", "5e4", "-50000", "50000000000000000000"})
  void anAmountThatIsNoWholeNumberIsNotUnderstood(String amount) {
    for (Sender sender : POSTING) {
      Sender.Deal deal = asked(sender);

      assertRefusal(door.answer(sender.paid(deal.amount(amount))), sender);

      assertRefusedAs("notUnderstood", sender);
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void anotherAmountChangesNothing(Sender sender) {
    Sender.Deal deal = asked(sender);

    door.answer(sender.paid(deal.amount("49999")));

    assertThat(assertRefusedAs("amountMismatch", sender).number("expectedAmount"))
        .isEqualTo(50_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"PAYOS", "STRIPE", "STANDARD"})
  void anotherCurrencyChangesNothing(Sender sender) {
    Sender.Deal deal = asked(sender);

    door.answer(sender.paid(deal.currency("USD")));

    assertRefusedAs("foreignCurrency", sender);
  }

  @ParameterizedTest
  @MethodSource("all")
  void anUnknownReferenceIsKept(Sender sender) {
    door.answer(sender.paid(sender.deal(7)));

    Item anomaly = onlyAnomaly(sender);
    assertThat(anomaly.text("kind")).isEqualTo("unknownReference");
    assertThat(anomaly.text("reference")).isEqualTo(sender.deal(7).reference());
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"VNPAY", "STRIPE", "GOVUKPAY", "STANDARD", "PAYOS"})
  void whatIsForAnotherMerchantChangesNothing(Sender sender) {
    Map<String, String> settings = Sender.everybodysSettings();
    settings.put("HOSO_GATEWAYS_MOMO_PARTNER_CODE", "ANOTHER");
    settings.put("HOSO_GATEWAYS_ZALOPAY_APP_ID", "9999");
    settings.put("HOSO_GATEWAYS_SEPAY_ACCOUNT_NUMBERS", "111, 222");
    Door another = new Door(settings);
    Sender.Deal deal = sender.deal(1);
    another.asked(sender.code(), deal.reference(), 50_000, deal.currency());

    another.answer(sender.paid(deal));

    assertThat(another.item(sender.code(), deal.reference()).text("status")).isEqualTo("pending");
    assertThat(another.anomaliesToday())
        .extracting(it -> it.text("kind"))
        .containsExactly("wrongMerchant");
  }

  @ParameterizedTest
  @EnumSource(names = {"SEPAY", "STRIPE", "STANDARD"})
  void whatWasSignedAtAnotherTimeIsStale(Sender sender) {
    Door.Call paid = sender.paid(asked(sender));
    door.clock.advance(java.time.Duration.ofSeconds(301));

    assertRefusal(door.answer(paid), sender);

    assertRefusedAs("stale", sender);
  }

  @ParameterizedTest
  @MethodSource("all")
  void aSecondTransactionForTheSamePaymentIsSeen(Sender sender) {
    Sender.Deal deal = asked(sender);
    door.answer(sender.paid(deal));

    door.answer(sender.paid(deal.transaction("99")));

    assertThat(onlyAnomaly(sender).text("kind")).isEqualTo("paidTwice");
    assertThat(item(sender).text("gatewayTransactionId")).isEqualTo("14812201");
  }

  @ParameterizedTest
  @MethodSource("all")
  void nothingPersonalAndNothingThatProvesIsKept(Sender sender) {
    Sender.Deal deal = asked(sender);

    door.answer(sender.paid(deal.amount("49999")));

    assertThat(onlyAnomaly(sender).text("received"))
        .contains("49999", deal.reference().substring(deal.reference().length() - 1))
        .doesNotContainIgnoringCase(
            "NGUYEN", "example.com", "payer", "signature", "mac=", "SecureHash", "check_sum");
    assertThat(onlyAnomaly(sender).has("expires")).isTrue();
  }

  @Test
  void unknownFieldsAreKeptNowhere() {
    Sender.Deal deal = asked(Sender.STANDARD);
    String body = Sender.STANDARD.paid(deal).body();

    door.answer(Sender.STANDARD.raw(body.replaceFirst("\\{", "{\"status\":\"refunded\",")));

    assertThat(item(Sender.STANDARD).text("status")).isEqualTo("paid");
    assertThat(item(Sender.STANDARD).toString()).doesNotContain("NGUYEN");
  }

  static Stream<Sender> posting() {
    return POSTING.stream();
  }

  static Stream<Sender> all() {
    return Stream.of(Sender.values());
  }

  private Sender.Deal asked(Sender sender) {
    Sender.Deal deal = sender.deal(1);
    door.asked(sender.code(), deal.reference(), 50_000, deal.currency());
    return deal;
  }

  private Item item(Sender sender) {
    return door.item(sender.code(), sender.deal(1).reference());
  }

  private Item assertRefusedAs(String kind, Sender sender) {
    assertThat(item(sender).text("status")).isEqualTo("pending");
    assertThat(item(sender).number("version")).isEqualTo(1);
    Item anomaly = onlyAnomaly(sender);
    assertThat(anomaly.text("kind")).isEqualTo(kind);
    return anomaly;
  }

  private Item onlyAnomaly(Sender sender) {
    List<Item> anomalies =
        door.anomaliesToday().stream()
            .filter(it -> it.text("gateway").equals(sender.code()))
            .toList();
    assertThat(anomalies).hasSize(1);
    return anomalies.getFirst();
  }

  /** ZaloPay says it in the body, the others by the status. */
  private static void assertRefusal(Map<String, Object> answer, Sender sender) {
    if (sender == Sender.ZALOPAY) {
      assertThat(Door.body(answer)).containsEntry("return_code", -1L);
    } else {
      assertThat((Long) answer.get("statusCode")).isBetween(400L, 499L);
    }
  }

  private static Door.Call with(Door.Call call, String body, boolean base64) {
    return new Door.Call(call.method(), call.gateway(), call.query(), call.headers(), body, base64);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
