package dev.hoso.payments;

import dev.hoso.core.Log;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Ends pending payments whose time is over. */
final class Expiry {
  private static final int PORTION = 100;

  private final Payments payments;
  private final InstantSource clock;

  Expiry(Payments payments, InstantSource clock) {
    this.payments = payments;
    this.clock = clock;
  }

  /**
   * Goes on until nothing is due or the time is over.
   *
   * @return how many of the last portion are still due
   */
  int run(BooleanSupplier hasTime) {
    Instant now = clock.instant();
    List<Item> due;
    int ended;
    do {
      due = payments.due(now, PORTION);
      ended = end(due, now, hasTime);
      // The index follows the table: what it still shows after it was ended is not tried for ever.
    } while (ended == PORTION && hasTime.getAsBoolean());
    return due.size() - ended;
  }

  /** How many are settled, by us or by a confirmation that came between. */
  private int end(List<Item> due, Instant now, BooleanSupplier hasTime) {
    int ended = 0;
    for (Item payment : due) {
      if (!hasTime.getAsBoolean()) {
        return ended;
      }
      ended += settled(payment, now) ? 1 : 0;
    }
    return ended;
  }

  private boolean settled(Item due, Instant now) {
    try {
      if (payments.expire(due, now)) {
        Log.info("paymentExpired", Map.of("payment", due.text("id")));
      }
      return true;
    } catch (RuntimeException e) {
      // One that cannot be ended must not hold back the others.
      Log.error("paymentNotExpired", Map.of("payment", due.text("id")), e);
      return false;
    }
  }
}
