package dev.hoso.notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Log;
import dev.hoso.core.dynamo.Item;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Sends what is owed and due, every minute: what people wait for before reminders, those before
 * announcements, and of each the longest waiting first; several at once.
 */
public final class DueHandler implements RequestStreamHandler {
  /** More than the alarm on the backlog asks for, so that it can be seen. */
  private static final int PAGE = 500;

  /** How much of what can wait is sent before somebody looks whether anything else has come. */
  private static final int PORTION = 25;

  private final Messages messages;
  private final Delivery delivery;
  private final SendAtOnce atOnce;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment. */
  public DueHandler() {
    this(Notifications.fromEnvironment());
  }

  DueHandler(Notifications notifications) {
    this.messages = notifications.messages();
    this.delivery = notifications.delivery();
    this.atOnce = notifications.atOnce();
    this.clock = notifications.clock();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    TimeLeft time = new TimeLeft(context);
    while (progress(time)) {
      // What has come meanwhile may be more urgent.
    }
    Kind.allOwed()
        .forEach(owed -> Log.metric("DueBacklog", due(owed, PAGE).size(), Map.of("owed", owed)));
  }

  /** Sends a portion of the most urgent that is due; whether there may be more to do. */
  private boolean progress(TimeLeft time) {
    for (String owed : Kind.allOwed()) {
      List<Item> due = due(owed, owed.equals(Kind.CODE.owed()) ? PAGE : PORTION);
      if (!due.isEmpty() && sendAll(owed, due, time)) {
        return true;
      }
    }
    return false;
  }

  private List<Item> due(String owed, int limit) {
    return messages.due(owed, clock.instant(), limit);
  }

  /** Whether it is worth to look for more: there is time, and something could be done. */
  private boolean sendAll(String owed, List<Item> due, TimeLeft time) {
    AtomicBoolean progress = new AtomicBoolean();
    boolean all =
        atOnce.each(
            lines(owed, due),
            time::enough,
            line ->
                line.stream()
                    .filter(message -> time.enough() && sent(message))
                    .forEach(message -> progress.set(true)));
    return all && progress.get();
  }

  /**
   * What is sent at once and what one after the other: messages of one dossier may become one, for
   * which they must not be under way at the same time. Announcements never do.
   */
  private static Collection<List<Item>> lines(String owed, List<Item> due) {
    boolean apart = owed.equals(Kind.ANNOUNCEMENT.owed());
    Map<String, List<Item>> lines = new LinkedHashMap<>();
    for (Item message : due) {
      String line = message.text(apart ? "message" : "dossier");
      lines.computeIfAbsent(line, name -> new ArrayList<>()).add(message);
    }
    return lines.values();
  }

  /** One that cannot be dealt with waits for the end of its lease and holds back no other. */
  private boolean sent(Item message) {
    try {
      return delivery.again(message);
    } catch (RuntimeException e) {
      Log.error("messageNotDealtWith", Map.of("dossier", message.text("dossier")), e);
      return false;
    }
  }
}
