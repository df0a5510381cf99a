package dev.hoso.notifications.gates;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A token bucket that all executions share, as one number: {@code fullAt}, when it will be full
 * again (the generic cell rate algorithm of ITU-T I.371). Taking adds to it by one conditional
 * write, which does not fail because somebody else takes at the same time.
 */
final class TokenBucket {
  /** A clock that was put back, or that goes wrong, must not hold everything up for longer. */
  private static final Duration FAR = Duration.ofMinutes(1);

  private final Table table;
  private final String name;
  private final long price;
  private final int size;

  /**
   * A bucket.
   *
   * @param perSecond how many tokens are earned in a second
   * @param size how many it holds
   */
  TokenBucket(Table table, String name, int perSecond, int size) {
    this.table = table;
    this.name = name;
    this.price = Math.ceilDiv(1_000_000L, perSecond);
    this.size = size;
  }

  int size() {
    return size;
  }

  /**
   * Takes tokens, where that leaves enough for others.
   *
   * @param left how many must stay in the bucket
   * @return zero where they were taken, else after which time it is worth to try again
   */
  Duration take(int tokens, int left, Instant at) {
    long now = micros(at);
    long most = (size - left) * price - tokens * price;
    while (true) {
      Outcome outcome = table.write(busy(tokens, now, most));
      if (!outcome.written() && !behind(outcome.item(), now, most)) {
        outcome = table.write(anew(tokens, now, outcome.item()));
        if (!outcome.written()) {
          continue;
        }
      }
      return outcome.written()
          ? Duration.ZERO
          : Duration.of(outcome.item().number("fullAt") - now - most, ChronoUnit.MICROS);
    }
  }

  /** Whether too much was taken lately, as opposed to nothing for long or by a wrong clock. */
  private static boolean behind(Item item, long now, long most) {
    long fullAt = item.numberOr("fullAt", 0);
    return fullAt > now + most && fullAt - now - most <= FAR.toNanos() / 1000;
  }

  private Update busy(int tokens, long now, long most) {
    return update()
        .add("fullAt", tokens * price)
        .ifAtLeast("fullAt", now)
        .ifAtMost("fullAt", now + most);
  }

  /** From a bucket that is full. */
  private Update anew(int tokens, long now, Item seen) {
    Update update = update().set("fullAt", now + tokens * price);
    return seen.has("fullAt")
        ? update.ifEquals("fullAt", seen.number("fullAt"))
        : update.ifAbsent("fullAt");
  }

  private Update update() {
    return Update.of(Map.of("id", "pace " + name));
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
