package dev.hoso.notifications.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Log;
import dev.hoso.notifications.TimeLeft;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** Every minute: publishes what the topic did not take when it happened. */
public final class OwedEventsHandler implements RequestStreamHandler {
  private final Publisher publisher;

  /** As Lambda makes it, from the environment. */
  public OwedEventsHandler() {
    this(Publisher.fromEnvironment());
  }

  OwedEventsHandler(Publisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    publisher.publishOwed(new TimeLeft(context));
    Log.metric("DueBacklog", publisher.backlog(), Map.of("owed", OwedEvents.OWED));
  }
}
