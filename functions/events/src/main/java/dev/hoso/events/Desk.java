package dev.hoso.events;

import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Table;
import java.time.Duration;
import java.time.InstantSource;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the handlers and the API work with. */
public record Desk(
    Events events,
    Subscribers subscribers,
    Deliveries deliveries,
    Replays replays,
    Caller caller,
    InstantSource clock) {

  /** As settings say. */
  public static Desk of(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    boolean localAllowed = settings.optional("HOSO_LOCAL_SUBSCRIBERS").isPresent();
    return of(settings, dynamo, clock, new Caller(tls, Caller.ANSWERING, localAllowed));
  }

  static Desk of(Settings settings, DynamoDbClient dynamo, InstantSource clock, Caller caller) {
    Duration retention =
        Duration.ofDays(Long.parseLong(settings.required("HOSO_EVENT_RETENTION_DAYS")));
    Table subscribers = new Table(dynamo, settings.required("HOSO_SUBSCRIBERS_TABLE"));
    return new Desk(
        new Events(new Table(dynamo, settings.required("HOSO_EVENTS_TABLE")), retention),
        new Subscribers(subscribers),
        new Deliveries(new Table(dynamo, settings.required("HOSO_DELIVERIES_TABLE"))),
        new Replays(subscribers),
        caller,
        clock);
  }
}
