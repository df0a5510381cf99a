package dev.hoso.events;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * Takes events from the topic: keeps each, owes it to whoever wants it, and then tells them at
 * once. What they do not take waits for {@link DueHandler}; it is not the topic's to repeat.
 */
public final class TakeHandler implements RequestStreamHandler {
  private static final JsonType<Notices> NOTICES = JsonTypes.of(Notices.class);

  /** What is left to finish a call of an endpoint in, and two writes. */
  static final int RESERVE_MILLIS = 18_000;

  private final Desk desk;

  /** What the topic calls with. */
  @Json
  public record Notices(@Json.Property("Records") List<Notice> records) {}

  /** One of them. */
  @Json
  public record Notice(@Json.Property("Sns") Content sns) {}

  /** What was published. */
  @Json
  public record Content(@Json.Property("Message") String message) {}

  /** As Lambda makes it. */
  public TakeHandler() {
    this(Settings.load());
  }

  private TakeHandler(Settings settings) {
    this(Desk.of(settings, Dynamo.client(settings), Time.source()));
  }

  TakeHandler(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    BooleanSupplier time = () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS;
    for (Notice notice : NOTICES.fromJson(in.readAllBytes()).records()) {
      take(Event.read(notice.sns().message()), time);
    }
  }

  private void take(Event event, BooleanSupplier time) {
    Instant now = desk.clock().instant();
    desk.events().keep(event);
    List<Subscriber> wanting =
        desk.subscribers().all().stream()
            .filter(subscriber -> subscriber.enabled() && subscriber.wish().wants(event))
            .toList();
    wanting.forEach(
        subscriber -> desk.deliveries().owe(subscriber, event, desk.events().expires(event), now));
    // Each on its own: a slow one delays no other.
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Subscriber subscriber : wanting) {
        Courier courier = new Courier(desk, subscriber, time);
        threads.execute(() -> tell(courier, subscriber, event));
      }
    }
  }

  /** What cannot be told now is owed. */
  private static void tell(Courier courier, Subscriber subscriber, Event event) {
    try {
      courier.go(Delivery.flow(subscriber.id(), event.dossier()));
    } catch (RuntimeException e) {
      Log.error("eventNotTold", Map.of("dossier", event.dossier()), e);
    }
  }
}
