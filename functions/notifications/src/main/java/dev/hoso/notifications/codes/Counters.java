package dev.hoso.notifications.codes;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How often something happened, kept beside the codes: at any moment exactly, however many count at
 * once.
 */
final class Counters {
  private final Table table;

  Counters(Table table) {
    this.table = table;
  }

  /**
   * Counts one more, where the limits allow it.
   *
   * @param name of the counter
   * @return whether they did; else nothing was counted
   */
  boolean count(String name, List<Limit> limits, Instant at) {
    Instant now = at.truncatedTo(ChronoUnit.MILLIS);
    Item seen = Item.EMPTY;
    // Ends: who comes too late saw another's count, and there are no more of those than a limit.
    while (CodeRules.allow(limits, Times.of(seen).all(), now)) {
      Outcome outcome = write(name, seen, times -> times.with(now, limits), limits, now);
      if (outcome.written()) {
        return true;
      }
      seen = outcome.item();
    }
    return false;
  }

  /** Takes back what was counted at this time. */
  void takeBack(String name, List<Limit> limits, Instant at) {
    Instant then = at.truncatedTo(ChronoUnit.MILLIS);
    Item seen = table.get(key(name));
    while (Times.of(seen).all().contains(then)) {
      Outcome outcome = write(name, seen, times -> times.without(then), limits, then);
      seen = outcome.written() ? Item.EMPTY : outcome.item();
    }
  }

  private Outcome write(
      String name, Item seen, UnaryOperator<Times> change, List<Limit> limits, Instant now) {
    Update update =
        Update.of(key(name))
            .set("times", change.apply(Times.of(seen)).text())
            .add("version", 1)
            .set("expires", now.plus(CodeRules.memory(limits)).getEpochSecond());
    return table.write(
        seen.isEmpty()
            ? update.ifAbsent("id")
            : update.ifEquals("version", seen.number("version")));
  }

  private static Map<String, String> key(String name) {
    return Map.of("id", name);
  }
}
