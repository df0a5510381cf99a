package dev.hoso.notifications;

import java.time.Duration;
import java.time.Instant;

/** What says nothing any more is not told: a code that is no longer valid, a fee that was due. */
record Expiry(Manners manners) implements Gate {
  @Override
  public Passage at(Message message, Instant now) {
    Duration expires = manners.of(message.template()).expires();
    return expires != null && now.isAfter(message.factAt().plus(expires))
        ? new Closed("It came too late to be of use")
        : Open.OPEN;
  }
}
