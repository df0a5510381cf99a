package dev.hoso.payments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.payments.gateways.Counters;
import dev.hoso.payments.gateways.GatewaySettings;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every minute: follows payments that nothing was heard of, and refunds, to their end. */
public final class DueHandler implements RequestStreamHandler {
  /** What is left to finish a call of a gateway in, its repeats included, and a write. */
  private static final int RESERVE_MILLIS = 30_000;

  private final Following following;

  /** As Lambda makes it. */
  public DueHandler() {
    this(Settings.load(), Time.source());
  }

  DueHandler(Settings settings, InstantSource clock) {
    this(settings, clock, Dynamo.client(settings));
  }

  DueHandler(Settings settings, InstantSource clock, DynamoDbClient dynamo) {
    Payments payments = new Payments(new Table(dynamo, settings.required("HOSO_PAYMENTS_TABLE")));
    Anomalies anomalies =
        new Anomalies(new Table(dynamo, settings.required("HOSO_ANOMALIES_TABLE")));
    this.following =
        new Following(
            payments,
            new Confirmations(payments, anomalies, clock),
            anomalies,
            new Counters(new GatewaySettings(settings, clock)),
            clock);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    int left = following.run(() -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
    Log.metric("DueBacklog", left, Map.of("owed", Payment.OWED));
  }
}
