package dev.hoso.notifications;

import dev.hoso.core.Log;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Nothing is sent where it would not arrive, and nothing that its reader has opted out of. Both are
 * in one item, which is read anew before every attempt: what was opted out of between two attempts
 * is not sent.
 */
record Reachable(Addresses addresses, Manners manners) implements Gate {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Override
  public Passage at(Message message, Instant now) {
    try {
      return passage(addresses.of(message.to()), manners.of(message.template()));
    } catch (SdkException e) {
      // To wait costs the message no attempt, and what cannot be read now may be read soon.
      Log.error("addressNotRead", Map.of("dossier", message.dossier()), e);
      return new Wait(now.plus(SOON), "Whether this contact may be written to is not known now");
    }
  }

  private static Passage passage(Addresses.Address address, Manners.Manner manner) {
    if (address.unreachable() != null) {
      return new Closed("Nothing is sent to this contact: " + address.unreachable(), true);
    }
    return !manner.necessary() && address.optedOut().contains(manner.kind())
        ? new Closed("The person has opted out of messages of this kind")
        : Open.OPEN;
  }
}
