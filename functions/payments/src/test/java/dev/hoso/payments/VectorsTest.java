package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import io.avaje.jsonb.Jsonb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every call of every gateway's file does what its case says, to its reply and its payment. */
@SuppressWarnings("unchecked")
class VectorsTest {
  /** What the protocols define of a reply's body; texts beside it vary. */
  private static final List<String> DEFINED = List.of("RspCode", "return_code", "success");

  @TestFactory
  Stream<DynamicTest> aCallDoesWhatItsCaseSays() {
    return Vectors.all().map(it -> DynamicTest.dynamicTest(it.toString(), () -> check(it)));
  }

  private static void check(Vectors it) {
    Door door = new Door(it.settings());
    if (it.now() != null) {
      door.clock.set(Instant.ofEpochSecond(it.now()));
    }
    if (it.order() != null) {
      put(door, it);
    }
    Item before = item(door, it);

    Map<String, Object> answer = door.answer(it.call());

    if (Boolean.TRUE.equals(it.expect().get("either"))) {
      assertUnchangedOrSettled(item(door, it), before, answer, it);
      return;
    }
    assertReply(answer, it.reply());
    assertState(item(door, it), before, door, it);
  }

  private static void put(Door door, Vectors it) {
    Map<String, Object> order = it.order();
    Object amount = order.getOrDefault("amountMinor", order.get("amountVnd"));
    String currency = (String) order.getOrDefault("currency", "VND");
    door.asked(it.gateway(), it.reference(), Long.parseLong(amount.toString()), currency);
    if (order.get("status").equals("paid")) {
      String transaction = (String) order.get("gatewayTransactionId");
      door.stand(it.gateway(), it.reference(), PaymentStatus.PAID, transaction);
    }
  }

  private static Item item(Door door, Vectors it) {
    return it.order() == null ? Item.EMPTY : door.item(it.gateway(), it.reference());
  }

  private static void assertReply(Map<String, Object> answer, Map<String, Object> expected) {
    assertThat(((Number) answer.get("statusCode")).intValue())
        .isEqualTo(((Number) expected.get("status")).intValue());
    if (!((String) expected.get("body")).isEmpty()) {
      Map<String, Object> body = (Map<String, Object>) json((String) expected.get("body"));
      body.keySet().retainAll(DEFINED);
      assertThat(Door.body(answer)).containsAllEntriesOf(body);
    }
  }

  private static void assertState(Item after, Item before, Door door, Vectors it) {
    if (Boolean.TRUE.equals(it.expect().get("settle")) && !it.gateway().equals("dvcqg")) {
      assertSettled(after, it.expect());
    } else if (it.tagged("refund")) {
      assertThat(after.text("status")).isEqualTo("refunded");
      assertThat(after.number("refundedAmount")).isEqualTo(after.number("amount"));
    } else if (onceMore(before, it)) {
      assertThat(after).isEqualTo(before);
    } else if (it.gateway().equals("dvcqg")) {
      assertThat(after.text("status")).isEqualTo("pending");
      assertThat(after.text("due")).isEqualTo(Time.sortable(door.clock.instant()));
    } else {
      assertThat(after.text("status")).isEqualTo(it.expect().get("outcome"));
      assertThat(after.number("version")).isEqualTo(before.number("version") + 1);
    }
  }

  /** Whether the payment must stay as it is. */
  private static boolean onceMore(Item before, Vectors it) {
    Object outcome = it.expect().get("outcome");
    if (before.isEmpty() || !before.text("status").equals("pending") || outcome.equals("ignored")) {
      return true;
    }
    // Paid and not to be settled is another's, of another amount, or without our reference;
    // dvcqg's status is not proven, and says so of all.
    boolean fits =
        it.expect().get("amountVnd") == null
            || it.expect().get("amountVnd").toString().equals("" + before.number("amount"));
    return outcome.equals("paid") && !(it.gateway().equals("dvcqg") && fits);
  }

  private static void assertSettled(Item after, Map<String, Object> expect) {
    Object amount = expect.getOrDefault("amountMinor", expect.get("amountVnd"));
    assertThat(after.text("status")).isEqualTo("paid");
    assertThat(Long.toString(after.number("amount"))).isEqualTo(amount.toString());
    assertThat(after.text("currency")).isEqualTo(expect.get("currency"));
    assertThat(after.text("gatewayTransactionId")).isEqualTo(expect.get("gatewayTransactionId"));
    assertThat(after.text("paidAt"))
        .isEqualTo(Time.text(Time.instant((String) expect.get("occurredAt"))));
  }

  /** Vendors disagree whether it is signed; whichever we say, the reply and the state are of it. */
  private static void assertUnchangedOrSettled(
      Item after, Item before, Map<String, Object> answer, Vectors it) {
    if (after.equals(before)) {
      assertThat(after.text("status")).isEqualTo("pending");
      if (Boolean.FALSE.equals(it.expect().get("signatureValid"))) {
        assertReply(answer, it.reply());
      }
    } else {
      assertThat(it.tagged("canonicalisation")).isFalse();
      assertThat(after.text("status")).isEqualTo("paid");
      assertThat(((Number) answer.get("statusCode")).intValue()).isLessThan(300);
    }
  }

  private static Object json(String text) {
    return Jsonb.builder().build().type(Object.class).fromJson(text);
  }
}
