package dev.hoso.notifications.gates;

import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Table;
import dev.hoso.notifications.Gate;
import dev.hoso.notifications.Kind;
import dev.hoso.notifications.Manners;
import dev.hoso.notifications.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * No more in a second than a provider takes, of all executions together. The lower a message's
 * kind, the more it must leave in the bucket, so a code always finds what it needs, however many
 * reminders and announcements are under way.
 */
public final class ProviderPace implements Gate.Taking {
  /** How long it is worth to wait here: sooner than the next minute, and nobody notices it. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private static final String REASON = "The provider takes only so many at a time";

  private final Manners manners;
  private final Map<String, Portions> buckets;
  private final Consumer<Duration> waiting;

  ProviderPace(Manners manners, Map<String, Portions> buckets, Consumer<Duration> waiting) {
    this.manners = manners;
    this.buckets = buckets;
    this.waiting = waiting;
  }

  /**
   * With the paces that are set, {@code HOSO_PER_SECOND_SMS} and so on; a channel without one is as
   * fast as it can be.
   */
  public static ProviderPace of(Settings settings, Manners manners, Table allowances) {
    Map<String, Portions> buckets = new HashMap<>();
    settings
        .under("HOSO_PER_SECOND_")
        .forEach(
            (name, pace) -> {
              String channel = name.toLowerCase(Locale.ROOT);
              buckets.put(channel, Portions.of(allowances, channel, Integer.parseInt(pace)));
            });
    return new ProviderPace(manners, buckets, ProviderPace::sleep);
  }

  @Override
  public Passage at(Message message, Instant now) {
    Portions bucket = buckets.get(message.channel());
    return bucket == null ? Open.OPEN : through(bucket, message, now);
  }

  private Passage through(Portions bucket, Message message, Instant begun) {
    Kind kind = manners.of(message.template()).kind();
    Instant now = begun;
    Instant patient = begun.plus(PATIENCE);
    while (true) {
      Duration wait = bucket.take(kind, now);
      if (wait.isZero()) {
        return Open.OPEN;
      }
      if (now.plus(wait).isAfter(patient)) {
        return new Wait(now.plus(wait), REASON);
      }
      waiting.accept(wait);
      now = now.plus(wait);
    }
  }

  /** Who asked a provider in vain has asked it all the same. */
  @Override
  public void back(Message message, Instant at) {}

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
