package dev.hoso.notifications.reports;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What SES tells a topic about one e-mail; of all its fields, those that say something to us
 * (docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html). A
 * configuration set's event has {@code eventType}, an identity's notification {@code
 * notificationType}.
 */
@Json
public record EmailReport(
    @Nullable String eventType,
    @Nullable String notificationType,
    Mail mail,
    @Nullable Bounce bounce,
    @Nullable Complaint complaint,
    @Nullable Delivery delivery,
    @Nullable Reject reject) {

  /** What happened, in SES's word. */
  String type() {
    return eventType != null ? eventType : String.valueOf(notificationType);
  }

  /** The e-mail; {@code messageId} is what SES answered when it took it. */
  @Json
  public record Mail(String messageId, String timestamp) {}

  /** It came back. */
  @Json
  public record Bounce(
      String bounceType,
      @Nullable String bounceSubType,
      String timestamp,
      @Nullable List<Bounced> bouncedRecipients) {
    /**
     * Whether a mail server says that it failed, and not an absent reader's program that it read.
     */
    boolean proven() {
      return bouncedRecipients != null
          && bouncedRecipients.stream().anyMatch(it -> it.status() != null || it.action() != null);
    }

    /** The first mail server's own words, where it had any. */
    String said() {
      String kind = bounceSubType == null ? bounceType : bounceType + "/" + bounceSubType;
      return bouncedRecipients == null
          ? kind
          : bouncedRecipients.stream()
              .map(Bounced::status)
              .filter(status -> status != null)
              .findFirst()
              .map(status -> kind + " " + status)
              .orElse(kind);
    }
  }

  /**
   * Of whom it came back. What the mail server wrote besides ({@code diagnosticCode}) has the
   * address in it, and is not read.
   */
  @Json
  public record Bounced(@Nullable String action, @Nullable String status) {}

  /** Its reader marked it as unwanted. */
  @Json
  public record Complaint(@Nullable String complaintFeedbackType, String timestamp) {}

  /** A mail server took it. */
  @Json
  public record Delivery(String timestamp, @Nullable String smtpResponse) {}

  /** SES found a virus in it. */
  @Json
  public record Reject(@Nullable String reason) {}
}
