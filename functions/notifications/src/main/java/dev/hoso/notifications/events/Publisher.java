package dev.hoso.notifications.events;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.TimeLeft;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Publishes what happens to dossiers, at least once and in the order of each dossier.
 *
 * <p>What the topic does not take is owed, and so is everything that happens to the same dossier
 * until it has been taken: a dead topic costs the batch of a stream one call, and holds back
 * nobody's messages.
 */
public final class Publisher {
  /** How long a topic that took nothing is left alone. */
  static final Duration REST = Duration.ofSeconds(30);

  /** More than the alarm on the backlog asks for, so that it can be seen. */
  private static final int PAGE = 500;

  private final String source;
  private final Topic topic;
  private final OwedEvents owed;
  private final InstantSource clock;
  private volatile Instant restsUntil = Instant.MIN;

  private Publisher(String source, Topic topic, OwedEvents owed, InstantSource clock) {
    this.source = source;
    this.topic = topic;
    this.owed = owed;
    this.clock = clock;
  }

  /** As a function's environment says. */
  public static Publisher fromEnvironment() {
    Settings settings = Settings.load();
    return of(settings, Dynamo.client(settings), Time.source());
  }

  /** With these settings. */
  public static Publisher of(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    return new Publisher(
        CitizenPages.of(settings).address(),
        Topic.of(settings),
        new OwedEvents(new Table(dynamo, settings.required("HOSO_OWED_EVENTS_TABLE"))),
        clock);
  }

  /**
   * Publishes what a change means for other systems.
   *
   * @param time when it is nearly over, events are kept for the next minute
   */
  public void publish(Change change, TimeLeft time) {
    List<DossierEvent> events = DossierEvents.of(source, change);
    if (events.isEmpty()) {
      return;
    }
    boolean behind = owed.any(events.getFirst().subject());
    for (DossierEvent event : events) {
      Notice notice = event.notice();
      behind = behind || !time.enough() || !taken(notice);
      if (behind) {
        owed.keep(notice, clock.instant());
      }
    }
  }

  private boolean taken(Notice notice) {
    Instant now = clock.instant();
    // A clock that was put back does not make the rest longer.
    if (now.isBefore(restsUntil) && restsUntil.isBefore(now.plus(REST.plusSeconds(1)))) {
      return false;
    }
    boolean taken = topic.takes(notice);
    restsUntil = taken ? Instant.MIN : now.plus(REST);
    return taken;
  }

  /** Publishes what is owed, until the topic takes no more or time is over. */
  public void publishOwed(TimeLeft time) {
    boolean going = true;
    for (String dossier : owed.dossiers(clock.instant(), PAGE)) {
      going = going && time.enough() && publishOwed(dossier);
    }
  }

  private boolean publishOwed(String dossier) {
    for (Notice notice : owed.of(dossier)) {
      if (!topic.takes(notice)) {
        return false;
      }
      owed.published(notice);
    }
    return true;
  }

  /** How many events are owed, as far as it is worth counting. */
  public int backlog() {
    return owed.count(clock.instant(), PAGE);
  }
}
