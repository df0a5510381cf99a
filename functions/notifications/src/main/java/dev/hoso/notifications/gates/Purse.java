package dev.hoso.notifications.gates;

import dev.hoso.core.Log;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What is left of somebody's budget on one day: a counter, exact however many spend at once.
 *
 * @param owner {@code city} or {@code unit 01}
 * @param limit of the day, in millionths of a US dollar
 */
record Purse(Table table, String owner, long limit) {
  /** Percent of the budget at which somebody should hear of it. */
  private static final int NEARLY = 80;

  private static final Duration KEPT = Duration.ofDays(40);

  /**
   * Spends, where the budget allows it.
   *
   * @param anyway whether it is spent even where it does not
   * @return whether it was spent
   */
  boolean spend(long cost, boolean anyway, Instant now) {
    Update update = change(cost, now);
    if (!anyway) {
      update.ifAbsentOrBelow(limit - cost + 1, "spent");
    }
    // More than a whole day's would pass where nothing was spent yet.
    if (!anyway && cost > limit) {
      return refused();
    }
    Outcome outcome = table.write(update);
    if (!outcome.written()) {
      return refused();
    }
    watch(outcome.item().number("spent"), cost);
    return true;
  }

  private static boolean refused() {
    told(100);
    return false;
  }

  /** Takes back what was spent at this time: the provider did not want it. */
  void takeBack(long cost, Instant then) {
    table.write(change(-cost, then));
  }

  private Update change(long amount, Instant at) {
    return Update.of(key(at)).add("spent", amount).set("expires", at.plus(KEPT).getEpochSecond());
  }

  private Map<String, String> key(Instant at) {
    return Map.of("id", "budget %s %s".formatted(Time.day(at), owner));
  }

  private void watch(long spent, long cost) {
    long percent = percent(spent);
    if (percent >= NEARLY) {
      told(percent);
      if (percent(spent - cost) < NEARLY || (percent >= 100 && percent(spent - cost) < 100)) {
        Log.warn("budgetNearlyUsed", Map.of("owner", owner, "percent", percent));
      }
    }
  }

  private long percent(long spent) {
    return limit == 0 ? 100 : spent * 100 / limit;
  }

  /** Of all budgets together: an alarm for each unit would be hundreds. The log names the one. */
  private static void told(long percent) {
    Log.metric("BudgetUsed", (double) percent, Map.of());
  }
}
