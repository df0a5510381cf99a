package dev.hoso.payments.settlement;

import dev.hoso.core.Money;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.payments.Unsettled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/** What was paid at a gateway and stood in no settlement file yet. */
final class Awaited {
  /** As many as the table gives at once. */
  private static final int PORTION = 100;

  private final Table payments;

  Awaited(Table payments) {
    this.payments = payments;
  }

  /**
   * One payment that is missing there.
   *
   * @param days since the day on which it was paid, in Vietnam
   */
  record Missing(Item payment, Money money, long days) {}

  /** Takes one after the other. */
  interface Taker {
    void take(Missing missing);
  }

  /** Goes through what was paid on this day in Vietnam or before, the longest waiting first. */
  void each(String gateway, LocalDate day, Taker taker) {
    Iterator<Item> found = merged(gateway, day);
    while (found.hasNext()) {
      List<Item> portion = new ArrayList<>(PORTION);
      while (found.hasNext() && portion.size() < PORTION) {
        portion.add(found.next());
      }
      // The index follows the table: it may still show what was settled a moment ago.
      stillMissing(portion).forEach(payment -> taker.take(missing(payment, day)));
    }
  }

  private List<Item> stillMissing(List<Item> portion) {
    Map<String, Item> order = new LinkedHashMap<>();
    portion.forEach(found -> order.put(found.text("id"), Item.EMPTY));
    List<Map<String, String>> keys =
        order.keySet().stream().map(id -> Map.of("id", id)).collect(Collectors.toList());
    payments.all(keys).stream()
        .filter(payment -> payment.has(Unsettled.INDEX))
        .forEach(payment -> order.put(payment.text("id"), payment));
    return order.values().stream().filter(payment -> !payment.isEmpty()).toList();
  }

  private static Missing missing(Item payment, LocalDate day) {
    Money money = new Money(payment.number("amount"), payment.text("currency"));
    long days = ChronoUnit.DAYS.between(Time.day(payment.time("paidAt")), day);
    return new Missing(payment, money, days);
  }

  /** All shares in one order, of which no more than a page each is here. */
  private Iterator<Item> merged(String gateway, LocalDate day) {
    Instant end = day.plusDays(1).atStartOfDay(Time.VIETNAM).toInstant();
    PriorityQueue<Share> shares =
        new PriorityQueue<>(Comparator.comparing((Share share) -> share.head.text("paidAt")));
    for (String share : Unsettled.shares(gateway)) {
      Iterator<Item> items =
          payments.before(Unsettled.INDEX, Unsettled.INDEX, share, "paidAt", Time.text(end));
      if (items.hasNext()) {
        shares.add(new Share(items.next(), items));
      }
    }
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return !shares.isEmpty();
      }

      @Override
      public Item next() {
        Share first = shares.remove();
        if (first.rest.hasNext()) {
          shares.add(new Share(first.rest.next(), first.rest));
        }
        return first.head;
      }
    };
  }

  private record Share(Item head, Iterator<Item> rest) {}
}
