package dev.hoso.portal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Every hour: sees whether yesterday was audited, and does it where it was not, from the night on.
 * So an audit that the portal did not answer goes on by itself.
 */
public final class AuditHandler implements RequestStreamHandler {
  /** What came in last yesterday has left by then, and the portal has least to do. */
  private static final int FROM_HOUR = 2;

  private static final int RESERVE_MILLIS = 30_000;

  private final Audit audit;
  private final InstantSource clock;

  /** As Lambda makes it. */
  public AuditHandler() {
    this(Settings.load(), Time.source());
  }

  private AuditHandler(Settings settings, InstantSource clock) {
    this(settings, clock, Dynamo.client(settings));
  }

  AuditHandler(Settings settings, InstantSource clock, DynamoDbClient dynamo) {
    this.audit = new Wiring(settings, clock, dynamo).audit();
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    ZonedDateTime now = clock.instant().atZone(Time.VIETNAM);
    if (now.getHour() >= FROM_HOUR) {
      audit.run(
          now.toLocalDate().minusDays(1),
          () -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
    }
  }
}
