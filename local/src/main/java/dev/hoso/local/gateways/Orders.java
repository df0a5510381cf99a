package dev.hoso.local.gateways;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What all gateways were asked for, in memory, as long as this runtime lives. */
final class Orders {
  private final Map<String, Order> byId = new LinkedHashMap<>();
  private final Map<String, Order> byReference = new LinkedHashMap<>();
  private final AtomicLong numbers;

  /** Numbers begin at the time, so that another runtime's are others. */
  Orders(InstantSource clock) {
    this.numbers = new AtomicLong(clock.instant().toEpochMilli());
  }

  /** A number that nothing else has, of 13 digits. */
  String number() {
    return Long.toString(numbers.incrementAndGet());
  }

  /** Opens an order, unless its gateway has one of this reference; what it has then. */
  synchronized Order openOnce(Terms terms) {
    Order known = byReference.get(key(terms.gateway(), terms.reference()));
    return known == null ? open(terms) : known;
  }

  /** Opens an order; where a reference may come again, the last one has it. */
  synchronized Order open(Terms terms) {
    Order order = new Order(terms);
    byId.put(key(terms.gateway(), terms.id()), order);
    byReference.put(key(terms.gateway(), terms.reference()), order);
    return order;
  }

  synchronized Optional<Order> byId(String gateway, String id) {
    return Optional.ofNullable(byId.get(key(gateway, id)));
  }

  synchronized Optional<Order> byReference(String gateway, String reference) {
    return Optional.ofNullable(byReference.get(key(gateway, reference)));
  }

  Optional<Order> byTransaction(String gateway, String transaction) {
    return all().stream()
        .filter(order -> order.terms().gateway().equals(gateway))
        .filter(order -> !transaction.isEmpty() && order.transaction().equals(transaction))
        .findFirst();
  }

  Optional<Order> byRefund(String gateway, String refund) {
    return all().stream()
        .filter(order -> order.terms().gateway().equals(gateway))
        .filter(order -> order.refund(refund).isPresent())
        .findFirst();
  }

  /** Oldest first. */
  synchronized List<Order> all() {
    return List.copyOf(byId.values());
  }

  private static String key(String gateway, String name) {
    return gateway + "/" + name;
  }
}
