package dev.hoso.payments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hoso.core.dynamo.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * What is truly said of one payment ends in one state, in whatever order it is delivered, however
 * often, and if whatever the money's arrival makes old never comes.
 */
class HistoriesPropertiesTest {
  private static final Door DOOR = new Door(Sender.everybodysSettings());
  private static final AtomicInteger COUNT = new AtomicInteger(100_000);
  private static final List<String> STATE =
      List.of("status", "amount", "refundedAmount", "gatewayTransactionId", "undecided", "due");

  @Property(tries = 120)
  void aPaymentThatWasPaidIsPaid(@ForAll Sender sender, @ForAll Random random) {
    Sender.Deal deal = asked(sender);
    List<Door.Call> must = List.of(sender.paid(deal));
    List<Door.Call> may = new ArrayList<>(sender.before(deal));
    may.addAll(sender.again(deal));

    deliver(must, may, random);

    assertThat(state(sender, deal))
        .isEqualTo(Map.of("status", "paid", "amount", "50000", "gatewayTransactionId", "14812201"));
  }

  @Property(tries = 120)
  void aPaymentThatWentBackIsRefunded(@ForAll Sender sender, @ForAll Random random) {
    Sender.Deal deal = asked(sender);
    List<Door.Call> refunds = sender.refunds(deal, 20_000);
    List<Door.Call> must = new ArrayList<>(refunds);
    must.add(sender.paid(deal));
    List<Door.Call> may = new ArrayList<>(sender.before(deal));
    may.addAll(sender.again(deal));

    deliver(must, may, random);

    Map<String, String> state = state(sender, deal);
    assertThat(state).containsEntry("status", refunds.isEmpty() ? "paid" : "refunded");
    assertThat(state.get("refundedAmount")).isEqualTo(refunds.isEmpty() ? null : "50000");
    assertThat(state).containsEntry("gatewayTransactionId", "14812201").doesNotContainKey("due");
  }

  @Property(tries = 60)
  void aPartThatWentBackIsAPart(@ForAll Sender sender, @ForAll Random random) {
    Sender.Deal deal = asked(sender);
    List<Door.Call> refunds = sender.refunds(deal, 20_000);
    List<Door.Call> must = new ArrayList<>(List.of(sender.paid(deal)));
    refunds.stream().limit(1).forEach(must::add);

    deliver(must, sender.before(deal), random);

    assertThat(state(sender, deal))
        .containsEntry("status", refunds.isEmpty() ? "paid" : "partiallyRefunded");
  }

  @Property(tries = 60)
  void withoutMoneyItEndsAsItWouldInTheirOrder(@ForAll Sender sender, @ForAll Random random) {
    Sender.Deal inOrder = asked(sender);
    sender.before(inOrder).forEach(DOOR::answer);
    Sender.Deal deal = asked(sender);

    deliver(sender.before(deal), sender.before(deal), random);

    assertThat(state(sender, deal).get("status")).isEqualTo(state(sender, inOrder).get("status"));
    assertThat(DOOR.item(sender.code(), deal.reference()).has("paidAt")).isFalse();
  }

  private static Sender.Deal asked(Sender sender) {
    Sender.Deal deal = sender.deal(COUNT.incrementAndGet());
    DOOR.asked(sender.code(), deal.reference(), 50_000, deal.currency());
    return deal;
  }

  /** Each of the first at least once, each of the others perhaps, all of them up to three times. */
  private static void deliver(List<Door.Call> must, List<Door.Call> may, Random random) {
    List<Door.Call> deliveries = new ArrayList<>(must);
    for (Door.Call call : must) {
      deliveries.addAll(Collections.nCopies(random.nextInt(3), call));
    }
    for (Door.Call call : may) {
      deliveries.addAll(Collections.nCopies(random.nextInt(4), call));
    }
    Collections.shuffle(deliveries, random);
    deliveries.forEach(
        call -> assertThat((Long) DOOR.answer(call).get("statusCode")).isBetween(200L, 299L));
  }

  private static Map<String, String> state(Sender sender, Sender.Deal deal) {
    Item item = DOOR.item(sender.code(), deal.reference());
    Map<String, String> state = new TreeMap<>();
    for (String name : STATE) {
      if (item.has(name)) {
        String text = item.textOrNull(name);
        state.put(name, text == null ? Long.toString(item.number(name)) : text);
      }
    }
    return state;
  }
}
