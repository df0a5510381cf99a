package dev.hoso.notifications.gates;

import dev.hoso.core.dynamo.Table;
import dev.hoso.notifications.Gate;
import dev.hoso.notifications.Kind;
import dev.hoso.notifications.Manners;
import dev.hoso.notifications.Manners.Manner;
import dev.hoso.notifications.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a day may cost. What the law wants to be told and codes go whatever is left, and count; the
 * rest waits for the next day once its cost would not fit any more.
 */
public final class Budget implements Gate.Taking {
  private final Table allowances;
  private final Manners manners;
  private final Prices prices;
  private final Budgets budgets;
  private final Night night;

  public Budget(Table allowances, Manners manners, Prices prices, Budgets budgets, Night night) {
    this.allowances = allowances;
    this.manners = manners;
    this.prices = prices;
    this.budgets = budgets;
    this.night = night;
  }

  @Override
  public Passage at(Message message, Instant now) {
    long cost = prices.of(message);
    List<Purse> spent = new ArrayList<>();
    for (Purse purse : purses(message)) {
      if (!purse.spend(cost, essential(message), now)) {
        spent.forEach(it -> it.takeBack(cost, now));
        return new Wait(
            Night.spread(night.tomorrow(now), message),
            "The day's budget of the " + purse.owner() + " is used up");
      }
      spent.add(purse);
    }
    return Open.OPEN;
  }

  @Override
  public void back(Message message, Instant at) {
    purses(message).forEach(purse -> purse.takeBack(prices.of(message), at));
  }

  private boolean essential(Message message) {
    Manner manner = manners.of(message.template());
    return manner.necessary() || manner.kind() == Kind.CODE;
  }

  /** Those that have a limit. */
  private List<Purse> purses(Message message) {
    List<Purse> purses = new ArrayList<>();
    budgets.city().ifPresent(limit -> purses.add(new Purse(allowances, "city", limit)));
    budgets
        .of(message.unit())
        .ifPresent(limit -> purses.add(new Purse(allowances, "unit " + message.unit(), limit)));
    return purses;
  }
}
