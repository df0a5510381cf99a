package dev.hoso.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/**
 * Whatever reaches a gateway's address: nothing throws, and nothing is paid that was not signed.
 */
class TamperingPropertiesTest {
  private static final Map<String, String> SETTINGS = Sender.everybodysSettings();
  private static final Door DOOR = new Door(SETTINGS);
  private static final AtomicInteger COUNT = new AtomicInteger(500_000);

  /** What we say of a call of which nothing is wrong at ours. */
  private static final List<Long> STATUSES = List.of(200L, 204L, 400L, 401L, 413L);

  @Property(tries = 400)
  void aCallInWhichAnyByteIsAnotherPaysNothingElse(@ForAll Sender sender, @ForAll Random random) {
    Sender.Deal deal = asked(sender);
    Door.Call paid = sender.paid(deal);

    Map<String, Object> answer = DOOR.answer(damaged(paid, random));

    assertThat(answer.get("statusCode")).isIn(STATUSES);
    Item item = DOOR.item(sender.code(), deal.reference());
    assertThat(item.text("status")).isIn("pending", "paid");
    if (item.text("status").equals("paid")) {
      // What was changed is not signed and not looked at.
      assertThat(sender.signsTheWhole()).isFalse();
      assertThat(item.number("amount")).isEqualTo(50_000);
      assertThat(item.text("gatewayTransactionId")).isEqualTo("14812201");
    }
  }

  @Property(tries = 200)
  void aCallOfOneGatewayProvesNothingAtAnother(@ForAll Sender sender, @ForAll Sender other) {
    Sender.Deal deal = asked(sender);
    Door.Call paid = sender.paid(deal);
    if (sender == other) {
      return;
    }

    Map<String, Object> answer =
        DOOR.answer(
            new Door.Call(
                other == Sender.VNPAY ? "GET" : "POST",
                other.code(),
                paid.query(),
                paid.headers(),
                paid.body(),
                false));

    assertThat(answer.get("statusCode")).isIn(STATUSES);
    assertThat(DOOR.item(sender.code(), deal.reference()).text("status")).isEqualTo("pending");
  }

  @Property(tries = 400)
  void nonsenseIsRefused(
      @ForAll Sender sender, @ForAll("nonsense") @Size(max = 15) List<String> parts) {
    Sender.Deal deal = asked(sender);
    String nonsense = String.join("", parts).replace("REFERENCE", deal.reference());
    Map<String, String> headers = new HashMap<>(sender.paid(deal).headers());

    Map<String, Object> answer =
        DOOR.answer(
            sender == Sender.VNPAY
                ? new Door.Call("GET", "vnpay", nonsense, headers, null, false)
                : new Door.Call("POST", sender.code(), "", headers, nonsense, false));

    assertThat(answer.get("statusCode")).isIn(STATUSES);
    assertThat(DOOR.item(sender.code(), deal.reference()).number("version")).isEqualTo(1);
  }

  @Property(tries = 300)
  void wellSignedNonsenseIsRefusedOrIgnored(
      @ForAll("wholeSigners") Sender sender, @ForAll("nonsense") List<String> parts) {
    Sender.Deal deal = asked(sender);
    String nonsense = String.join("", parts).replace("REFERENCE", deal.reference());

    Map<String, Object> answer = DOOR.answer(sender.raw(nonsense));

    assertThat(answer.get("statusCode")).isIn(STATUSES);
    assertThat(DOOR.item(sender.code(), deal.reference()).text("status")).isEqualTo("pending");
  }

  @Provide
  Arbitrary<Sender> wholeSigners() {
    return Arbitraries.of(Sender.values()).filter(Sender::signsTheWhole);
  }

  @Provide
  Arbitrary<List<String>> nonsense() {
    Arbitrary<String> part =
        Arbitraries.oneOf(
            Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "\"data\"",
                "\"signature\":\"00\"",
                "\"REFERENCE\"",
                "\"orderId\":\"REFERENCE\"",
                "\"amount\":50000",
                "\"type\":\"payment.succeeded\"",
                "\"event_type\":\"card_payment_captured\"",
                "\"transferType\":\"in\"",
                "null",
                "1e999",
                "\"\\ud800\"",
                "&",
                "=",
                "%",
                "vnp_SecureHash=",
                "vnp_Amount=5000000"),
            Arbitraries.strings().ofMaxLength(8));
    return part.list().ofMaxSize(15);
  }

  private static Sender.Deal asked(Sender sender) {
    Sender.Deal deal = sender.deal(COUNT.incrementAndGet());
    DOOR.asked(sender.code(), deal.reference(), 50_000, deal.currency());
    return deal;
  }

  /** One byte of the body (or query), or one character of a header that proves, is another. */
  private static Door.Call damaged(Door.Call call, Random random) {
    if (call.body() == null) {
      return new Door.Call(
          "GET", call.gateway(), other(call.query(), random), call.headers(), null, false);
    }
    if (!call.headers().isEmpty() && random.nextInt(3) == 0) {
      Map<String, String> headers = new HashMap<>(call.headers());
      headers.replaceAll((name, value) -> other(value, random));
      return new Door.Call("POST", call.gateway(), "", headers, call.body(), false);
    }
    byte[] bytes = call.body().getBytes(UTF_8);
    int at = random.nextInt(bytes.length);
    bytes[at] ^= (byte) (1 << random.nextInt(8));
    String body = Base64.getEncoder().encodeToString(bytes);
    return new Door.Call("POST", call.gateway(), "", call.headers(), body, true);
  }

  private static String other(String text, Random random) {
    int at = random.nextInt(text.length());
    char to = "0123456789abcdef".charAt(random.nextInt(16));
    return text.charAt(at) == to
        ? text.substring(0, at) + "g" + text.substring(at + 1)
        : text.substring(0, at) + to + text.substring(at + 1);
  }
}
