package dev.hoso.events;

import dev.hoso.core.Log;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Tells one subscriber events, those of each dossier in order: what was not taken holds back what
 * happened to the same dossier after it, and nothing else.
 */
public final class Courier {
  private final Desk desk;
  private final BooleanSupplier time;
  private final RandomGenerator chance = RandomGenerator.getDefault();

  /** As far as this execution knows; several dossiers' events are told at the same time. */
  private volatile Subscriber subscriber;

  /**
   * A courier.
   *
   * @param time whether there is enough left for one attempt more
   */
  public Courier(Desk desk, Subscriber subscriber, BooleanSupplier time) {
    this.desk = desk;
    this.subscriber = subscriber;
    this.time = time;
  }

  /** Whether it is of any use to go on. */
  public boolean going() {
    return subscriber.ready(now()) && time.getAsBoolean();
  }

  /**
   * Tells what is due of the flow that a delivery belongs to. One that must wait for what happened
   * before it is looked at again when that is due.
   *
   * @return whether anything was told or put off
   */
  public boolean go(Delivery due) {
    return go(due.flow()) || behind(due);
  }

  /**
   * Tells what is due of a flow.
   *
   * @return whether anything was told
   */
  public boolean go(String flow) {
    boolean told = false;
    while (going()) {
      boolean behind = told;
      Optional<Delivery> claim =
          desk.deliveries()
              .next(flow)
              // What only waited for the one before it has its turn, whenever it was due.
              .filter(next -> next.ready(now()) || (behind && !next.leased()))
              .flatMap(next -> desk.deliveries().claim(next, now()));
      if (claim.isEmpty() || !told(claim.get())) {
        return told;
      }
      told = true;
    }
    return told;
  }

  /** Whoever tries the first of a flow goes on with the rest; else the rest waits as it does. */
  private boolean behind(Delivery due) {
    Optional<Delivery> first =
        desk.deliveries()
            .next(due.flow())
            .filter(next -> !next.ready(now()) && !next.leased())
            .filter(next -> !next.sequence().equals(due.sequence()));
    first.ifPresent(it -> desk.deliveries().postpone(due, it.due()));
    return first.isPresent();
  }

  private boolean told(Delivery claim) {
    Optional<Event> event = desk.events().find(claim.dossier(), claim.sequence());
    if (event.isEmpty()) {
      desk.deliveries().givenUp(claim);
      return true;
    }
    Answer answer = post(Webhook.of(event.get()));
    Log.info(
        "eventTold",
        Map.of(
            "subscriber", subscriber.id(),
            "dossier", claim.dossier(),
            "event", event.get().id(),
            "attempts", claim.attempts(),
            "outcome", answer.words()));
    return switch (answer) {
      case Answer.Taken taken -> taken(claim);
      case Answer.Gone gone -> gone(claim);
      case Answer.NotTaken notTaken -> notTaken(claim);
    };
  }

  /** Calls the endpoint once. */
  public Answer post(Webhook webhook) {
    Subscriber to = subscriber;
    return desk.caller()
        .post(to.wish().url(), webhook.headers(to.secrets(), now()), webhook.body());
  }

  private boolean taken(Delivery claim) {
    desk.deliveries().told(claim, now());
    subscriber = desk.subscribers().worked(subscriber, now());
    return true;
  }

  private boolean gone(Delivery claim) {
    desk.deliveries().postpone(claim, now());
    disabled(desk.subscribers().disable(subscriber, Disabled.GONE, now()));
    return false;
  }

  private boolean notTaken(Delivery claim) {
    Instant now = now();
    disabled(desk.subscribers().failed(subscriber, now, chance.nextDouble()));
    Optional<Instant> again =
        subscriber.enabled()
            ? Retries.gapAfter(claim.attempts(), chance.nextDouble()).map(now::plus)
            // Where the endpoint is enabled again, it goes on with this.
            : Optional.of(now);
    again.ifPresentOrElse(
        at -> desk.deliveries().postpone(claim, at), () -> desk.deliveries().givenUp(claim));
    return again.isEmpty();
  }

  private void disabled(Subscriber now) {
    if (subscriber.enabled() && !now.enabled()) {
      Log.warn("subscriberDisabled", Map.of("subscriber", now.id()));
      Log.metric("SubscriberDisabled", 1, Map.of());
    }
    subscriber = now;
  }

  private Instant now() {
    return desk.clock().instant();
  }
}
