package dev.hoso.notifications.reports;

import io.avaje.jsonb.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What calls the function: a topic with SES's reports, or a log with SNS's. */
public final class ReportsEvent {
  private static final Pattern LOG =
      Pattern.compile("\\s*\\{\\s*\"awslogs\"\\s*:\\s*\\{\\s*\"data\"\\s*:\\s*\"([^\"]*+)\"");

  private ReportsEvent() {}

  /** Notices of a topic. */
  @Json
  public record Notices(@Json.Property("Records") List<Notice> records) {}

  /** One of them. */
  @Json
  public record Notice(@Json.Property("Sns") Content sns) {}

  /** What was published. */
  @Json
  public record Content(@Json.Property("Message") String message) {}

  /**
   * A log's lines, where the event has any. A regular expression reads what has one field: its text
   * is longer than our JSON reader takes.
   */
  static Optional<String> log(byte[] event) {
    Matcher log = LOG.matcher(new String(event, StandardCharsets.US_ASCII));
    // In JSON, base64's slash may be escaped.
    return log.lookingAt() ? Optional.of(log.group(1).replace("\\/", "/")) : Optional.empty();
  }
}
