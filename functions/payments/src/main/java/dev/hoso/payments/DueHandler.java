package dev.hoso.payments;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Every minute: ends the payment requests whose time is over. */
public final class DueHandler implements RequestStreamHandler {
  /** What is left to finish a write and answer in. */
  private static final int RESERVE_MILLIS = 5_000;

  private final Expiry expiry;

  /** As Lambda makes it. */
  public DueHandler() {
    this(Settings.load(), Time.source());
  }

  DueHandler(Settings settings, InstantSource clock) {
    this(settings, clock, Dynamo.client(settings));
  }

  DueHandler(Settings settings, InstantSource clock, DynamoDbClient dynamo) {
    Table table = new Table(dynamo, settings.required("HOSO_PAYMENTS_TABLE"));
    this.expiry = new Expiry(new Payments(table), clock);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    int left = expiry.run(() -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
    Log.metric("DueBacklog", left, Map.of("owed", Payment.OWED));
  }
}
