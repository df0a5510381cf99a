package dev.hoso.notifications;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Log;
import dev.hoso.core.dynamo.Item;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Sends what is owed and due, every minute, the longest waiting first. */
public final class DueHandler implements RequestStreamHandler {
  /** More than the alarm on the backlog asks for, so that it can be seen. */
  private static final int PAGE = 500;

  private final Messages messages;
  private final Delivery delivery;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment. */
  public DueHandler() {
    this(Notifications.fromEnvironment());
  }

  DueHandler(Notifications notifications) {
    this.messages = notifications.messages();
    this.delivery = notifications.delivery();
    this.clock = notifications.clock();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    TimeLeft time = new TimeLeft(context);
    List<Item> due = due();
    while (!due.isEmpty() && sendAll(due, time)) {
      due = due();
    }
    Log.metric("DueBacklog", due().size(), Map.of("owed", "message"));
  }

  private List<Item> due() {
    return messages.due(clock.instant(), PAGE);
  }

  /** Whether it is worth to look for more: there is time, and something could be done. */
  private boolean sendAll(List<Item> due, TimeLeft time) {
    boolean progress = false;
    for (Item message : due) {
      if (!time.enough()) {
        return false;
      }
      progress |= sent(message);
    }
    return progress;
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
