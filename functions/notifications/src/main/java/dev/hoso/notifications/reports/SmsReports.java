package dev.hoso.notifications.reports;

import dev.hoso.core.JsonTypes;
import dev.hoso.notifications.Report;
import io.avaje.jsonb.JsonType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads SNS's log of SMS deliveries as CloudWatch Logs hands it to a subscriber. */
record SmsReports(Reasons reasons) {
  private static final JsonType<SmsReport.Lines> LINES = JsonTypes.of(SmsReport.Lines.class);
  private static final JsonType<SmsReport> REPORTS = JsonTypes.of(SmsReport.class);
  private static final String CHANNEL = "sms";

  /**
   * Reads the reports.
   *
   * @param data gzip in base64
   */
  List<Report> read(String data) {
    SmsReport.Lines lines = LINES.fromJson(unzipped(data));
    return lines.messageType().equals("DATA_MESSAGE")
        ? lines.logEvents().stream().map(this::report).toList()
        : List.of();
  }

  private Report report(SmsReport.Line line) {
    SmsReport report = REPORTS.fromJson(line.message());
    String said = Objects.requireNonNullElse(report.delivery().providerResponse(), report.status());
    Report.Event event =
        report.status().equals("SUCCESS")
            ? new Report.Delivered(said)
            : new Report.Failed(reasons.of(CHANNEL, said), said);
    return new Report(
        report.notification().messageId(), Instant.ofEpochMilli(line.timestamp()), event);
  }

  private static byte[] unzipped(String data) {
    byte[] zipped = Base64.getDecoder().decode(data);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("CloudWatch Logs' data is no gzip", e);
    }
  }
}
