package dev.hoso.notifications.reports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.notifications.Report;
import dev.hoso.notifications.Reporting;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Takes in what SES and SNS report about messages that they took. Each of an event's reports is
 * taken in, whatever becomes of the others; if one could not be, Lambda brings all of them again, a
 * minute and three minutes later.
 */
public final class ReportsHandler implements RequestStreamHandler {
  /**
   * A report that is younger and whose message is not known may have been faster than our own note
   * of its message. One that is older is of somebody else: all SMS of an account have one log.
   */
  static final Duration EARLY = Duration.ofMinutes(2);

  private static final JsonType<ReportsEvent.Notices> NOTICES =
      JsonTypes.of(ReportsEvent.Notices.class);

  private final EmailReports emails;
  private final SmsReports sms;
  private final Reporting reporting;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment: clients, texts and classes are in the snapshot. */
  public ReportsHandler() {
    this(Settings.load());
  }

  private ReportsHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  ReportsHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    Reasons reasons = Reasons.load(settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null));
    this.emails = new EmailReports(reasons);
    this.sms = new SmsReports(reasons);
    this.reporting = Reporting.of(settings, dynamo, clock);
    this.clock = clock;
  }

  /** A report that must come again. */
  static final class Again extends RuntimeException {
    Again(long reports) {
      super(reports + " reports could not be taken in");
    }
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    long left = reports(in.readAllBytes()).stream().filter(report -> !taken(report)).count();
    if (left > 0) {
      throw new Again(left);
    }
  }

  private List<Report> reports(byte[] event) {
    return ReportsEvent.log(event)
        .map(sms::read)
        .orElseGet(
            () ->
                NOTICES.fromJson(event).records().stream()
                    .map(notice -> emails.read(notice.sns().message()))
                    .flatMap(Optional::stream)
                    .toList());
  }

  /** Whether it was taken in, or never will be. */
  private boolean taken(Report report) {
    try {
      return reporting.take(report) || foreign(report);
    } catch (RuntimeException e) {
      Log.error("reportNotTaken", Map.of("providerMessageId", report.providerMessageId()), e);
      return false;
    }
  }

  private boolean foreign(Report report) {
    Instant now = clock.instant();
    boolean foreign = report.at().plus(EARLY).isBefore(now);
    if (foreign) {
      Log.info("reportOfUnknownMessage", Map.of("providerMessageId", report.providerMessageId()));
    }
    return foreign;
  }
}
