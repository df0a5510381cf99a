package dev.hoso.notifications.announcements;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.notifications.Announcing;
import dev.hoso.notifications.TimeLeft;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads on, every minute, in the lists of all announcements that are under way. */
public final class ListsHandler implements RequestStreamHandler {
  /** More announcements than a city has at a time. */
  private static final int PAGE = 100;

  /** When the index has surely heard of the last message. */
  private static final Duration SETTLED = Duration.ofSeconds(30);

  private final Announcements announcements;
  private final Reading reading;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment. */
  public ListsHandler() {
    this(Settings.load());
  }

  private ListsHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  ListsHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    Table messages = new Table(dynamo, settings.required("HOSO_MESSAGES_TABLE"));
    this.announcements = Announcements.of(settings, dynamo);
    this.reading =
        new Reading(
            announcements, Announcing.of(settings, messages), new ListBucket(settings), clock);
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    TimeLeft time = new TimeLeft(context);
    for (Item due : announcements.due(clock.instant(), PAGE)) {
      if (time.enough()) {
        goOn(due, time);
      }
    }
    int left = announcements.due(clock.instant(), PAGE).size();
    Log.metric("DueBacklog", left, Map.of("owed", Announcements.OWED));
  }

  /** One that cannot be dealt with waits for the end of its lease and holds back no other. */
  private void goOn(Item due, TimeLeft time) {
    try {
      announcements.take(due, clock.instant()).ifPresent(it -> goOn(it, time));
    } catch (RuntimeException e) {
      Log.error("announcementNotDealtWith", Map.of("announcement", due.text("message")), e);
    }
  }

  private void goOn(Announcement it, TimeLeft time) {
    switch (it.state()) {
      case CANCELLED -> reading.callOff(it, time);
      case WAITING, RUNNING -> readOn(it, time);
      // Whoever paused it came between the index and us.
      case PAUSED, DONE, FAILED -> {}
    }
  }

  private void readOn(Announcement it, TimeLeft time) {
    Instant readAt = it.progress().readAt();
    if (readAt == null) {
      reading.portion(it, time);
    } else if (clock.instant().isAfter(readAt.plus(SETTLED))
        && announcements.count(it.id(), "claimed") == 0) {
      announcements.done(it.id(), clock.instant());
    }
  }
}
