package dev.hoso.payments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.PutEvent;
import dev.hoso.payments.settlement.Mappings;
import dev.hoso.payments.settlement.Reconciliation;
import dev.hoso.payments.settlement.SettlementBucket;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Reconciles a settlement file as soon as it is put into the bucket. What it throws makes Lambda
 * try again: a file that was half through comes to the same.
 */
public final class SettlementHandler implements RequestStreamHandler {
  private static final JsonType<PutEvent> EVENTS = JsonTypes.of(PutEvent.class);

  static {
    // The JDK keeps five connections to a host; with more under way it would make most of them
    // anew.
    System.setProperty("http.maxConnections", "64");
  }

  private final Reconciliation reconciliation;

  /** As Lambda makes it. */
  public SettlementHandler() {
    this(Settings.load(), Time.source());
  }

  SettlementHandler(Settings settings, InstantSource clock) {
    this(settings, clock, Dynamo.client(settings));
  }

  SettlementHandler(Settings settings, InstantSource clock, DynamoDbClient dynamo) {
    this.reconciliation =
        new Reconciliation(
            Mappings.load(settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null)),
            new SettlementBucket(settings),
            new Table(dynamo, settings.required("HOSO_PAYMENTS_TABLE")),
            new Anomalies(new Table(dynamo, settings.required("HOSO_ANOMALIES_TABLE"))),
            clock);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    for (PutEvent.Entry put : EVENTS.fromJson(in.readAllBytes()).entries()) {
      reconciliation.run(put.bucket(), put.key());
    }
  }
}
