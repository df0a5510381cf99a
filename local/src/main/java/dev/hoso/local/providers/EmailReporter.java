package dev.hoso.local.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.template.LocalNames;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Reports of e-mails what SES does, in the form that it has: of those that name a configuration
 * set, and to its mailbox simulator what that stands for
 * (docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator).
 */
final class EmailReporter implements StandIn.Reporter {
  private static final String SIMULATOR = "@simulator.amazonses.com";

  private final Behaviour behaviour;
  private final Reports reports;
  private final InstantSource clock;

  EmailReporter(Behaviour behaviour, Reports reports, InstantSource clock) {
    this.behaviour = behaviour;
    this.reports = reports;
    this.clock = clock;
  }

  @Override
  public void taken(QueryCall call, InboxMessage message, String id) {
    if (call.text("ConfigurationSetName").isEmpty()) {
      return;
    }
    String to = message.to();
    Instant now = clock.instant();
    switch (behaviour.report(to).orElseGet(() -> simulated(to))) {
      case "none" -> {}
      case "bounce" ->
          tell(bounce(event("Bounce", to, id, now), to, "Permanent", "General", "5.1.1", now));
      case "suppressionlist" ->
          tell(bounce(event("Bounce", to, id, now), to, "Permanent", "Suppressed", "5.1.1", now));
      case "mailboxFull" ->
          tell(bounce(event("Bounce", to, id, now), to, "Transient", "MailboxFull", "4.2.2", now));
      case "ooto" -> {
        tell(delivery(event("Delivery", to, id, now), to, now));
        tell(bounce(event("Bounce", to, id, now), to, "Transient", "General", "", now));
      }
      case "complaint" -> {
        tell(delivery(event("Delivery", to, id, now), to, now));
        tell(complaint(event("Complaint", to, id, now), to, now));
      }
      default -> tell(delivery(event("Delivery", to, id, now), to, now));
    }
  }

  /** {@code bounce+anything@simulator.amazonses.com} is the same as without anything. */
  private static String simulated(String to) {
    String address = to.toLowerCase(Locale.ROOT);
    return address.endsWith(SIMULATOR)
        ? address.substring(0, address.length() - SIMULATOR.length()).replaceFirst("\\+.*", "")
        : "success";
  }

  private static ObjectNode event(String type, String to, String id, Instant now) {
    ObjectNode event = Json.object().put("eventType", type);
    event
        .putObject("mail")
        .put("timestamp", now.toString())
        .put("messageId", id)
        .put("sendingAccountId", "000000000000")
        .put("headersTruncated", false)
        .putArray("destination")
        .add(to);
    return event;
  }

  private static ObjectNode delivery(ObjectNode event, String to, Instant now) {
    event
        .putObject("delivery")
        .put("timestamp", now.toString())
        .put("processingTimeMillis", 300)
        .put("smtpResponse", "250 2.6.0 Message received")
        .put("reportingMTA", "a8-70.smtp-out.amazonses.com")
        .putArray("recipients")
        .add(to);
    return event;
  }

  private static ObjectNode bounce(
      ObjectNode event, String to, String type, String subType, String status, Instant now) {
    ObjectNode bounced =
        event
            .putObject("bounce")
            .put("feedbackId", UUID.randomUUID().toString())
            .put("bounceType", type)
            .put("bounceSubType", subType)
            .put("timestamp", now.toString())
            .putArray("bouncedRecipients")
            .addObject()
            .put("emailAddress", to);
    if (!status.isEmpty()) {
      bounced.put("action", "failed").put("status", status);
      bounced.put("diagnosticCode", "smtp; 550 " + status + " user unknown");
    }
    return event;
  }

  private static ObjectNode complaint(ObjectNode event, String to, Instant now) {
    event
        .putObject("complaint")
        .put("feedbackId", UUID.randomUUID().toString())
        .put("timestamp", now.toString())
        .put("complaintFeedbackType", "abuse")
        .putArray("complainedRecipients")
        .addObject()
        .put("emailAddress", to);
    return event;
  }

  private void tell(ObjectNode message) {
    String topic = LocalNames.arn("sns", "EmailReports");
    reports.notice(topic, TopicNotice.of(topic, message.toString(), Map.of(), clock.instant()));
  }
}
