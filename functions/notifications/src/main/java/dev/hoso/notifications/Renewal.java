package dev.hoso.notifications;

import java.time.Instant;
import java.util.Optional;

/** Looks at a message that waited before it is sent: it may have to say something else by now. */
interface Renewal {
  /**
   * The claim with the message as it is sent.
   *
   * @return empty where it is not sent any more; why is written down
   */
  Optional<Claim> renew(Claim claim, Instant now);
}
