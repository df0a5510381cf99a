package dev.hoso.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Every minute: tells subscribers what they did not take at once or want to hear again, each apart
 * from the others, and tells owners whose endpoint was disabled.
 */
public final class DueHandler implements RequestStreamHandler {
  /** More than the alarm on the backlog asks for, so that it can be seen. */
  private static final int PAGE = 200;

  /** How many dossiers' events a subscriber is told at the same time. */
  private static final int AT_ONCE = 8;

  private final Desk desk;
  private final Owners owners;

  /** As Lambda makes it. */
  public DueHandler() {
    this(Settings.load());
  }

  private DueHandler(Settings settings) {
    this(settings, Dynamo.client(settings));
  }

  private DueHandler(Settings settings, DynamoDbClient dynamo) {
    this(Desk.of(settings, dynamo, Time.source()), Owners.of(settings));
  }

  DueHandler(Desk desk, Owners owners) {
    this.desk = desk;
    this.owners = owners;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    BooleanSupplier time = () -> context.getRemainingTimeInMillis() > TakeHandler.RESERVE_MILLIS;
    new Repeating(desk).run(time);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      desk.subscribers().all().forEach(one -> threads.execute(() -> tell(one, time)));
    }
    desk.subscribers().all().stream().filter(one -> one.health().untold()).forEach(this::tellOwner);
    Log.metric("DueBacklog", backlog(), Map.of("owed", "delivery"));
  }

  private void tell(Subscriber subscriber, BooleanSupplier time) {
    try {
      Courier courier = new Courier(desk, subscriber, time);
      boolean progress = true;
      while (progress && courier.going()) {
        progress = portion(subscriber, courier);
      }
    } catch (RuntimeException e) {
      Log.error("subscriberNotTold", Map.of("subscriber", subscriber.id()), e);
    }
  }

  /** Tells the longest waiting; whether there may be more to do. */
  private boolean portion(Subscriber subscriber, Courier courier) {
    Collection<Delivery> flows =
        desk.deliveries().due(subscriber, desk.clock().instant(), PAGE).stream()
            .collect(
                Collectors.toMap(Delivery::flow, it -> it, (one, other) -> one, LinkedHashMap::new))
            .values();
    AtomicBoolean progress = new AtomicBoolean();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      flows.forEach(
          due ->
              threads.execute(
                  () -> {
                    if (courier.going() && tell(courier, due)) {
                      progress.set(true);
                    }
                  }));
    }
    return progress.get();
  }

  /** One that cannot be dealt with waits for the end of its lease and holds back no other. */
  private static boolean tell(Courier courier, Delivery due) {
    try {
      return courier.go(due);
    } catch (RuntimeException e) {
      Log.error("eventNotTold", Map.of("dossier", due.dossier()), e);
      return false;
    }
  }

  private void tellOwner(Subscriber subscriber) {
    try {
      owners.tell(subscriber);
      desk.subscribers().told(subscriber);
    } catch (RuntimeException e) {
      Log.error("ownerNotTold", Map.of("subscriber", subscriber.id()), e);
    }
  }

  private int backlog() {
    Instant now = desk.clock().instant();
    return desk.subscribers().all().stream()
        .filter(one -> one.ready(now))
        .mapToInt(one -> desk.deliveries().due(one, now, PAGE).size())
        .sum();
  }
}
