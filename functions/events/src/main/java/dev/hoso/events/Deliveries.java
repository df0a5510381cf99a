package dev.hoso.events;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What each subscriber was told and is still to be told. One that was told is kept as long as its
 * event: if the topic brings that again, it is known.
 */
public record Deliveries(Table table) {
  /** Later than anything is due. */
  private static final String EVER = "9999";

  /** An event is owed, unless it is here already. */
  public void owe(Subscriber subscriber, Event event, Instant expires, Instant now) {
    table.write(owed(subscriber, event, expires, now).ifAbsent("flow"));
  }

  /** An event is owed again, whatever became of it. */
  public void oweAgain(Subscriber subscriber, Event event, Instant expires, Instant now) {
    table.write(owed(subscriber, event, expires, now));
  }

  private static Update owed(Subscriber subscriber, Event event, Instant expires, Instant now) {
    return Update.of(
            Map.of(
                "flow",
                Delivery.flow(subscriber.id(), event.dossier()),
                "sequence",
                event.sequence()))
        .set("dossier", event.dossier())
        .set("eventAt", event.time())
        .set("status", "waiting")
        .set("attempts", 0)
        .remove("leased")
        .add("version", 1)
        .set("expires", expires.getEpochSecond())
        .set("owed", owed(subscriber))
        .set("due", Time.sortable(now));
  }

  private static String owed(Subscriber subscriber) {
    return "delivery " + subscriber.id();
  }

  /** What is due, the longest waiting first. */
  public List<Delivery> due(Subscriber subscriber, Instant now, int limit) {
    return table.due(owed(subscriber), now, limit).stream().map(Delivery::of).toList();
  }

  /** The first event of a flow that was not told yet. */
  public Optional<Delivery> next(String flow) {
    return table.query("flow", flow).stream()
        .filter(item -> item.has("owed"))
        .findFirst()
        .map(Delivery::of);
  }

  /** The right to tell it, for the time of a lease; empty where somebody else has it. */
  public Optional<Delivery> claim(Delivery delivery, Instant now) {
    Outcome outcome =
        table.write(
            moved(delivery)
                .set("due", Time.sortable(now.plus(Retries.LEASE)))
                .set("leased", true)
                .set("attempts", delivery.attempts() + 1));
    return outcome.written() ? Optional.of(Delivery.of(outcome.item())) : Optional.empty();
  }

  public void told(Delivery claim, Instant now) {
    table.write(over(claim, "told").set("toldAt", now));
  }

  /** It is never told: every attempt failed, or its event is no longer kept. */
  public void givenUp(Delivery claim) {
    table.write(over(claim, "givenUp"));
  }

  private static Update over(Delivery claim, String status) {
    return moved(claim).set("status", status).remove("owed").remove("due").remove("leased");
  }

  /** It waits until then. */
  public void postpone(Delivery delivery, Instant until) {
    table.write(moved(delivery).set("due", Time.sortable(until)).remove("leased"));
  }

  private static Update moved(Delivery delivery) {
    return Update.of(delivery.key()).add("version", 1).ifEquals("version", delivery.version());
  }

  /**
   * How much a subscriber is still to be told.
   *
   * @param oldest when the oldest of it happened; null where nothing waits
   */
  public record Waiting(long count, @Nullable Instant oldest) {}

  public Waiting waiting(Subscriber subscriber) {
    Iterator<Item> all = table.before(Table.DUE, "owed", owed(subscriber), "due", EVER);
    long count = 0;
    @Nullable Instant oldest = null;
    while (all.hasNext()) {
      Instant at = all.next().time("eventAt");
      oldest = oldest == null || at.isBefore(oldest) ? at : oldest;
      count++;
    }
    return new Waiting(count, oldest);
  }
}
