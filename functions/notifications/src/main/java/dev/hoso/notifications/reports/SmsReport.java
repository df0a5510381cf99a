package dev.hoso.notifications.reports;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of SNS's log of SMS deliveries, without the number
 * (docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html).
 *
 * @param status {@code SUCCESS} or {@code FAILURE}
 */
@Json
public record SmsReport(Notification notification, Delivery delivery, String status) {
  /** The SMS; {@code messageId} is what SNS answered when it took it. */
  @Json
  public record Notification(String messageId) {}

  /** What the operator said. */
  @Json
  public record Delivery(@Nullable String providerResponse) {}

  /**
   * A piece of a log, as a subscriber gets it
   * (docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html).
   *
   * @param messageType {@code DATA_MESSAGE}; others only ask whether somebody is there
   */
  @Json
  public record Lines(String messageType, List<Line> logEvents) {}

  /**
   * A line of a log.
   *
   * @param timestamp in milliseconds
   */
  @Json
  public record Line(long timestamp, String message) {}
}
