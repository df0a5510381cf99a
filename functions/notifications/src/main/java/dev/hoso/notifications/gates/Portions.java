package dev.hoso.notifications.gates;

import dev.hoso.core.dynamo.Table;
import dev.hoso.notifications.Kind;
import java.time.Duration;
import java.time.Instant;

/**
 * What one execution has in hand of a shared bucket. Who sends one after the other takes several at
 * once and saves the writes; what is not used at once is lost, or it would be sent when others send
 * as well.
 */
final class Portions {
  /** How long what was taken may be used. */
  static final Duration FRESH = Duration.ofMillis(500);

  /** How many sorts of kinds the bucket is divided between. */
  private static final int SHARES = 4;

  private final TokenBucket bucket;
  private int inHand;
  private Instant taken = Instant.MIN;

  Portions(TokenBucket bucket) {
    this.bucket = bucket;
  }

  /**
   * A provider's.
   *
   * @param perSecond that the provider takes; in one second at most a quarter more, and four more
   *     where that is little
   */
  static Portions of(Table allowances, String channel, int perSecond) {
    int size = Math.max(SHARES, perSecond / 4);
    return new Portions(new TokenBucket(allowances, channel, perSecond, size));
  }

  /**
   * Takes one for a message of this kind.
   *
   * @return zero where there was one, else after which time it is worth to try again
   */
  synchronized Duration take(Kind kind, Instant now) {
    if (fresh(now) && inHand > 0) {
      inHand--;
      return Duration.ZERO;
    }
    int portion = kind != Kind.CODE && fresh(now) ? bucket.size() / SHARES : 1;
    Duration wait = bucket.take(portion, left(kind), now);
    if (wait.isZero()) {
      inHand = portion - 1;
      taken = now;
    }
    return wait;
  }

  private boolean fresh(Instant now) {
    return !now.isBefore(taken) && now.isBefore(taken.plus(FRESH));
  }

  /** A quarter is for codes alone, the next one for them and what has just happened. */
  private int left(Kind kind) {
    int quarters =
        switch (kind) {
          case CODE -> 0;
          case PAYMENT, RESULT, PROGRESS -> 1;
          case REMINDER -> 2;
          case ANNOUNCEMENT -> 3;
        };
    return bucket.size() * quarters / SHARES;
  }
}
