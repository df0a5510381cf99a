package dev.hoso.dossiers.imports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.PutEvent;
import dev.hoso.dossiers.DossierRules;
import dev.hoso.dossiers.Dossiers;
import dev.hoso.dossiers.Registrable;
import dev.hoso.dossiers.transfers.MovedUnits;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Takes dossiers over as soon as a file is put into the bucket, and every minute goes on with files
 * that were not read to their end.
 */
public final class TakingOverHandler implements RequestStreamHandler {
  private static final JsonType<PutEvent> EVENTS = JsonTypes.of(PutEvent.class);
  private static final Pattern FILE = Pattern.compile(ImportBucket.FILES + "([0-9A-Z]+)\\.csv");

  /** A portion more must fit into what is left of an invocation, at a pace of 100 a second. */
  private static final int ENOUGH_MILLIS = 25_000;

  /** More imports than a city has at a time. */
  private static final int PAGE = 20;

  static {
    // The JDK keeps five connections to a host; with more under way it would make most of them
    // anew.
    System.setProperty("http.maxConnections", "64");
  }

  private final Imports imports;
  private final Reading reading;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment. */
  public TakingOverHandler() {
    this(Settings.load());
  }

  private TakingOverHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  TakingOverHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    Catalogue catalogue = Catalogue.load(city);
    Table operations = new Table(dynamo, settings.required("HOSO_OPERATIONS_TABLE"));
    Dossiers dossiers = new Dossiers(new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE")));
    DossierRules rules = DossierRules.of(catalogue, WorkingCalendar.load(city), settings);
    this.clock = clock;
    this.imports = new Imports(operations);
    this.reading =
        new Reading(
            imports,
            new ImportBucket(settings),
            Mappings.load(city, catalogue),
            new TakingOver(dossiers, rules),
            new Registrable(catalogue),
            new MovedUnits(operations, clock),
            clock);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    for (PutEvent.Entry put : EVENTS.fromJson(in.readAllBytes()).entries()) {
      Matcher file = FILE.matcher(put.key());
      if (file.matches()) {
        imports.start(file.group(1), clock.instant());
      }
    }
    for (Item due : imports.due(clock.instant(), PAGE)) {
      goOn(due, context);
    }
    int left = imports.due(clock.instant(), PAGE).size();
    Log.metric("DueBacklog", left, Map.of("owed", Imports.OWED));
  }

  /** One that cannot be dealt with waits for the end of its lease and holds back no other. */
  private void goOn(Item due, Context context) {
    try {
      imports
          .take(due, clock.instant())
          .ifPresent(
              it -> reading.goOn(it, () -> context.getRemainingTimeInMillis() > ENOUGH_MILLIS));
    } catch (RuntimeException e) {
      Log.error("importNotDealtWith", Map.of("import", due.text("id")), e);
    }
  }
}
