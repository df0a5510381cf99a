package dev.hoso.local.gateways;

import dev.hoso.local.LiveLog;
import java.time.Instant;
import java.util.Locale;

/** Where a person's decision is taken, and we are told of it. */
final class Till {
  private final Desk desk;
  private final Notifier notifier;
  private final LiveLog log;

  Till(Desk desk, Notifier notifier, LiveLog log) {
    this.desk = desk;
    this.notifier = notifier;
    this.log = log;
  }

  /** Takes it, unless it was decided or expired before; whether it was taken. */
  boolean decide(StandIn gateway, Order order, Choice choice) {
    Instant now = desk.now();
    if (!order.decide(choice.state(), desk.orders().number(), now)) {
      return false;
    }
    log.say(
        gateway.code(),
        order.terms().reference() + " is " + choice.state().name().toLowerCase(Locale.ROOT));
    for (int telling = 0; telling < choice.webhooks(); telling++) {
      notifier.tell(gateway, order);
    }
    return true;
  }
}
