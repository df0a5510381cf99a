package dev.hoso.notifications.gates;

import dev.hoso.notifications.Gate;
import dev.hoso.notifications.Manners;
import dev.hoso.notifications.Message;
import java.time.Instant;

/** What can wait wakes nobody. An e-mail wakes nobody at any hour. */
public record QuietHours(Manners manners, Night night) implements Gate {
  @Override
  public Passage at(Message message, Instant now) {
    boolean waits =
        !message.channel().equals("email")
            && manners.of(message.template()).waits()
            && night.covers(now);
    return waits
        ? new Wait(
            Night.spread(night.end(now), message),
            "Quiet hours, %s to %s".formatted(night.from(), night.to()))
        : Open.OPEN;
  }
}
