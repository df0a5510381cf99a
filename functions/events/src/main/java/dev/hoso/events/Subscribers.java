package dev.hoso.events;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who wants to hear of events. They are few, so all of them are read at once. */
public record Subscribers(Table table) {
  private static final String KIND = "subscriber";

  /** How long the old secret stays valid beside a new one. */
  static final Duration BOTH_SECRETS = Duration.ofHours(24);

  /** How long an endpoint may take nothing. */
  static final Duration PATIENCE = Duration.ofDays(3);

  /** That it works need not be noted more often. */
  private static final Duration NOTED = Duration.ofMinutes(1);

  public List<Subscriber> all() {
    return table.query("kind", KIND).stream().map(Subscriber::of).toList();
  }

  public Optional<Subscriber> find(String id) {
    Item item = table.get(key(id));
    return item.isEmpty() ? Optional.empty() : Optional.of(Subscriber.of(item));
  }

  public Subscriber add(String id, Subscriber.Wish wish, Secret secret, Instant now) {
    Update update = Update.of(key(id)).set("secret", secret.text()).set("createdAt", now);
    return Subscriber.of(table.write(wished(update, wish).ifAbsent("id")).item());
  }

  public Optional<Subscriber> change(String id, Subscriber.Wish wish) {
    return changed(wished(Update.of(key(id)), wish));
  }

  private static Update wished(Update update, Subscriber.Wish wish) {
    return update
        .set("url", wish.url())
        .set("types", words(wish.types()))
        .set("units", words(wish.units()))
        .set("owner", wish.owner().value())
        .set("agreement", wish.agreement());
  }

  private static @Nullable String words(List<String> all) {
    return all.isEmpty() ? null : String.join(" ", all);
  }

  public void remove(String id) {
    table.delete(key(id));
  }

  /**
   * Gives a new secret and keeps the one it has for a while. Of two that ask at the same time one
   * is refused: a secret that was given must not be lost.
   */
  public Optional<Subscriber> rotate(Subscriber subscriber, Secret secret, Instant now) {
    String old = subscriber.secrets().current().text();
    return changed(
        Update.of(key(subscriber.id()))
            .set("secret", secret.text())
            .set("previousSecret", old)
            .set("previousUntil", now.plus(BOTH_SECRETS))
            .ifEquals("secret", old));
  }

  public Optional<Subscriber> enable(String id) {
    return changed(
        working(Update.of(key(id))).remove("disabled").remove("disabledAt").remove("untold"));
  }

  /** It took an event. */
  public Subscriber worked(Subscriber subscriber, Instant now) {
    Instant last = subscriber.health().lastSuccessAt();
    boolean noted = last != null && !now.isAfter(last.plus(NOTED)) && !now.isBefore(last);
    if (noted && subscriber.health().failures() == 0) {
      return subscriber;
    }
    Update update = working(Update.of(key(subscriber.id()))).set("lastSuccessAt", now);
    return changed(update).orElse(subscriber);
  }

  private static Update working(Update update) {
    return update.remove("failures").remove("failingSince").remove("restsUntil");
  }

  /**
   * It did not take an event. Of many calls that fail at the same time, one counts.
   *
   * @param chance from 0 to 1, by which the times of rests differ
   */
  public Subscriber failed(Subscriber subscriber, Instant now, double chance) {
    Subscriber.Health health = subscriber.health();
    Instant since = health.failingSince() == null ? now : health.failingSince();
    if (!now.isBefore(since.plus(PATIENCE))) {
      return disable(subscriber, Disabled.FAILING, now);
    }
    long failures = health.failures() + 1;
    Outcome outcome =
        table.write(
            Update.of(key(subscriber.id()))
                .set("failures", failures)
                .set("failingSince", since)
                .set("restsUntil", Retries.restAfter(failures, chance).map(now::plus).orElse(null))
                .ifAbsentOrEquals("failures", health.failures())
                .ifPresent("url"));
    return outcome.item().has("url") ? Subscriber.of(outcome.item()) : subscriber;
  }

  /** It is called no more, and its owner is to be told so. */
  public Subscriber disable(Subscriber subscriber, Disabled why, Instant now) {
    Update update =
        Update.of(key(subscriber.id()))
            .set("disabled", why.code())
            .set("disabledAt", now)
            .set("untold", true)
            .ifAbsent("disabled");
    return changed(update).or(() -> find(subscriber.id())).orElse(subscriber);
  }

  /** Its owner was told. */
  public void told(Subscriber subscriber) {
    changed(Update.of(key(subscriber.id())).remove("untold"));
  }

  /** Changes one that is there; what was taken away does not come back. */
  private Optional<Subscriber> changed(Update update) {
    Outcome outcome = table.write(update.ifPresent("url"));
    return outcome.written() ? Optional.of(Subscriber.of(outcome.item())) : Optional.empty();
  }

  private static Map<String, String> key(String id) {
    return Map.of("kind", KIND, "id", id);
  }
}
