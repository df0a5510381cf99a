package dev.hoso.dossiers.transfers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.dossiers.DossierRules;
import dev.hoso.dossiers.Dossiers;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Goes on, every minute, with the transfers of units that are under way. */
public final class TransfersHandler implements RequestStreamHandler {
  /** A portion more must fit into what is left of an invocation. */
  private static final int ENOUGH_MILLIS = 15_000;

  /** More transfers than a city has at a time. */
  private static final int PAGE = 200;

  static {
    // The JDK keeps five connections to a host; with more under way it would make most of them
    // anew.
    System.setProperty("http.maxConnections", "64");
  }

  private final Transfers transfers;
  private final UnitMoving moving;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment. */
  public TransfersHandler() {
    this(Settings.load());
  }

  private TransfersHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  TransfersHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    Table operations = new Table(dynamo, settings.required("HOSO_OPERATIONS_TABLE"));
    this.clock = clock;
    this.transfers = new Transfers(operations);
    this.moving =
        new UnitMoving(
            transfers,
            new MovedUnits(operations, clock),
            new Dossiers(new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE"))),
            DossierRules.of(Catalogue.load(city), WorkingCalendar.load(city), settings),
            clock);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    for (Item due : transfers.due(clock.instant(), PAGE)) {
      if (context.getRemainingTimeInMillis() > ENOUGH_MILLIS) {
        goOn(due, context);
      }
    }
    int left = transfers.due(clock.instant(), PAGE).size();
    Log.metric("DueBacklog", left, Map.of("owed", Transfers.OWED));
  }

  /** One that cannot be dealt with waits for the end of its lease and holds back no other. */
  private void goOn(Item due, Context context) {
    try {
      transfers
          .take(due, clock.instant())
          .ifPresent(
              it -> moving.goOn(it, () -> context.getRemainingTimeInMillis() > ENOUGH_MILLIS));
    } catch (RuntimeException e) {
      Log.error("transferNotDealtWith", Map.of("unit", due.text("id")), e);
    }
  }
}
