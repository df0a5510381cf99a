package dev.hoso.notifications.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** What SES and SNS tell, as Lambda hands it over. */
final class EventsForTests {
  private EventsForTests() {}

  /** Notices of the topic that SES tells. */
  static byte[] notices(String... messages) {
    return Arrays.stream(messages)
        .map(it -> it.replace("\\", "\\\\").replace("\"", "\\\""))
        .map(
            it ->
                """
                {"EventSource":"aws:sns","EventVersion":"1.0","Sns":{"Type":"Notification",
                 "Subject":"Amazon SES Email Event Notification","Message":"%s","MessageAttributes":{}}}"""
                    .formatted(it))
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"))
        .getBytes(StandardCharsets.UTF_8);
  }

  static String delivery(String id, Instant at) {
    return event(
        "Delivery",
        id,
        at,
        "\"delivery\":{\"timestamp\":\"%s\",\"processingTimeMillis\":546,\"recipients\":[\"hoa@example.vn\"],\"smtpResponse\":\"250 2.6.0 Message received\",\"remoteMtaIp\":\"127.0.2.0\",\"reportingMTA\":\"a8-70.smtp-out.amazonses.com\"}"
            .formatted(at));
  }

  /**
   * An e-mail that came back.
   *
   * @param status of the mail server; empty where an absent reader's program has answered
   */
  static String bounce(String id, Instant at, String type, String subType, String status) {
    String words =
        status.isEmpty()
            ? ""
            : ",\"action\":\"failed\",\"status\":\"%s\",\"diagnosticCode\":\"smtp; 550 %s user unknown\""
                .formatted(status, status);
    return event(
        "Bounce",
        id,
        at,
        "\"bounce\":{\"feedbackId\":\"f\",\"bounceType\":\"%s\",\"bounceSubType\":\"%s\",\"bouncedRecipients\":[{\"emailAddress\":\"hoa@example.vn\"%s}],\"timestamp\":\"%s\"}"
            .formatted(type, subType, words, at));
  }

  static String complaint(String id, Instant at, String type) {
    return event(
        "Complaint",
        id,
        at,
        "\"complaint\":{\"complainedRecipients\":[{\"emailAddress\":\"hoa@example.vn\"}],\"timestamp\":\"%s\",\"feedbackId\":\"f\",\"complaintFeedbackType\":\"%s\"}"
            .formatted(at, type));
  }

  static String event(String type, String id, Instant at, String rest) {
    return "{\"eventType\":\"%s\",\"mail\":{\"timestamp\":\"%s\",\"source\":\"hoso@example.gov.vn\",\"messageId\":\"%s\",\"destination\":[\"hoa@example.vn\"],\"headersTruncated\":false,\"tags\":{}},%s}"
        .formatted(type, at, id, rest);
  }

  /** Lines of SNS's log. */
  static byte[] log(Instant at, String... lines) {
    String events =
        IntStream.range(0, lines.length)
            .mapToObj(n -> line(n, at, lines[n]))
            .collect(Collectors.joining(","));
    return log("DATA_MESSAGE", events);
  }

  static byte[] log(String type, String events) {
    String lines =
        "{\"messageType\":\"%s\",\"owner\":\"123456789012\",\"logGroup\":\"sns/ap-southeast-1/123456789012/DirectPublishToPhoneNumber\",\"logStream\":\"s\",\"subscriptionFilters\":[\"f\"],\"logEvents\":[%s]}"
            .formatted(type, events);
    String data = Base64.getEncoder().encodeToString(zipped(lines));
    return "{\"awslogs\":{\"data\":\"%s\"}}".formatted(data).getBytes(StandardCharsets.UTF_8);
  }

  private static String line(int n, Instant at, String line) {
    return "{\"id\":\"%d\",\"timestamp\":%d,\"message\":\"%s\"}"
        .formatted(n, at.toEpochMilli(), line.replace("\"", "\\\""));
  }

  static String sms(String id, String status, String response) {
    return "{\"notification\":{\"messageId\":\"%s\",\"timestamp\":\"2026-11-23 07:30:06.558\"},\"delivery\":{\"phoneCarrier\":\"Viettel\",\"mnc\":4,\"numberOfMessageParts\":1,\"destination\":\"+84912345678\",\"priceInUSD\":0.0735,\"smsType\":\"Transactional\",\"mcc\":452,\"providerResponse\":\"%s\",\"dwellTimeMs\":599,\"dwellTimeMsUntilDeviceAck\":1344},\"status\":\"%s\"}"
        .formatted(id, response, status);
  }

  private static byte[] zipped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
