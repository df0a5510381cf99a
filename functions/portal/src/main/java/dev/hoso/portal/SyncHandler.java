package dev.hoso.portal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Log;
import dev.hoso.core.PortalPlace;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Every minute: sends the portal what it does not have yet. Several at a time send nothing twice.
 */
public final class SyncHandler implements RequestStreamHandler {
  /** What is left to finish a portion in. */
  private static final int RESERVE_MILLIS = 45_000;

  private final Syncing syncing;
  private final Backlog backlog;
  private final InstantSource clock;

  /** As Lambda makes it. */
  public SyncHandler() {
    this(Settings.load(), Time.source());
  }

  private SyncHandler(Settings settings, InstantSource clock) {
    this(settings, clock, Dynamo.client(settings));
  }

  SyncHandler(Settings settings, InstantSource clock, DynamoDbClient dynamo) {
    Wiring wiring = new Wiring(settings, clock, dynamo);
    this.syncing = wiring.syncing();
    this.backlog = wiring.backlog();
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    syncing.run(() -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
    Duration behind =
        backlog.oldest().map(it -> Duration.between(it, clock.instant())).orElse(Duration.ZERO);
    Log.metric("PortalBehind", (double) behind.toSeconds(), Map.of());
    Log.metric("PortalRefused", (double) refused(), Map.of());
  }

  private long refused() {
    return backlog.count(PortalPlace.FIRST_REFUSED) + backlog.count(PortalPlace.AGAIN_REFUSED);
  }
}
