package dev.hoso.notifications.announcements;

import dev.hoso.notifications.Gate;
import dev.hoso.notifications.Message;
import java.time.Duration;
import java.time.Instant;

/** An announcement's message goes while the announcement does: it may be paused or cancelled. */
public record Going(Announcements announcements) implements Gate {
  /** How long after somebody says that it goes on the last message hears of it. */
  static final Duration LOOK_AGAIN = Duration.ofMinutes(5);

  static final String CANCELLED = "The announcement was cancelled";

  @Override
  public Passage at(Message message, Instant now) {
    if (!message.template().equals("announcement")) {
      return Open.OPEN;
    }
    String id = message.fact().split(" ", -1)[1];
    return switch (announcements.state(id).orElse(State.CANCELLED)) {
      case PAUSED -> new Wait(now.plus(LOOK_AGAIN), "The announcement is paused");
      case CANCELLED -> new Closed(CANCELLED);
      case WAITING, RUNNING, DONE, FAILED -> Open.OPEN;
    };
  }
}
