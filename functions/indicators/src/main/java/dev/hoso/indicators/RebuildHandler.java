package dev.hoso.indicators;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Counts everything anew and compares. Called by hand; docs/OPERATIONS.md says how. */
public final class RebuildHandler implements RequestStreamHandler {
  private static final JsonType<Order> ORDERS = JsonTypes.of(Order.class);
  private static final JsonType<RebuildReport> REPORTS = JsonTypes.of(RebuildReport.class);
  private final Settings settings;
  private final DynamoDbClient dynamo;

  /** What the caller wants. */
  @Json
  public record Order(boolean repair) {}

  /** As Lambda makes it, from the environment. */
  public RebuildHandler() {
    this(Settings.load());
  }

  private RebuildHandler(Settings settings) {
    this(settings, Dynamo.client(settings));
  }

  RebuildHandler(Settings settings, DynamoDbClient dynamo) {
    this.settings = settings;
    this.dynamo = dynamo;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    Order order = ORDERS.fromJson(in.readAllBytes());
    RebuildReport report =
        new Rebuild(
                table("DOSSIERS"),
                table("MESSAGES"),
                table("INDICATORS"),
                DossiersHandler.counting(settings),
                order.repair())
            .run();
    Log.info(
        report.agrees() ? "countersAgree" : "countersDiffer",
        Map.of(
            "dossiers", report.dossiers(),
            "messages", report.messages(),
            "behind", report.behind(),
            "countedOtherwise", report.countedOtherwise(),
            "counters", report.counters(),
            "repaired", report.repaired()));
    out.write(REPORTS.toJsonBytes(report));
  }

  private Table table(String name) {
    return new Table(dynamo, settings.required("HOSO_" + name + "_TABLE"));
  }
}
