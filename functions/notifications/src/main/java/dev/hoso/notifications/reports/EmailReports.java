package dev.hoso.notifications.reports;

import dev.hoso.core.JsonTypes;
import dev.hoso.notifications.Report;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Reads what SES reports. */
record EmailReports(Reasons reasons) {
  private static final JsonType<EmailReport> REPORTS = JsonTypes.of(EmailReport.class);
  private static final String CHANNEL = "email";

  /**
   * Reads a report.
   *
   * @return empty for what says nothing about a message's end: sent, opened, still trying
   */
  Optional<Report> read(String json) {
    EmailReport report = REPORTS.fromJson(json);
    return switch (report.type()) {
      case "Delivery" -> delivery(report, Objects.requireNonNull(report.delivery(), "delivery"));
      case "Bounce" -> bounce(report, Objects.requireNonNull(report.bounce(), "bounce"));
      case "Complaint" ->
          complaint(report, Objects.requireNonNull(report.complaint(), "complaint"));
      case "Reject" -> rejected(report);
      default -> Optional.empty();
    };
  }

  private static Optional<Report> delivery(EmailReport report, EmailReport.Delivery delivery) {
    String said = Objects.requireNonNullElse(delivery.smtpResponse(), "delivered");
    return report(report, delivery.timestamp(), new Report.Delivered(said));
  }

  /**
   * An absent reader's automatic answer comes as a bounce that is {@code Transient/General} without
   * a mail server's status (docs.aws.amazon.com/ses/latest/dg/notification-contents.html): the
   * e-mail is there.
   */
  private Optional<Report> bounce(EmailReport report, EmailReport.Bounce bounce) {
    String both = bounce.bounceType() + "/" + bounce.bounceSubType();
    if (both.equals("Transient/General") && !bounce.proven()) {
      return Optional.empty();
    }
    var reason = reasons.of(CHANNEL, both, bounce.bounceType());
    return report(report, bounce.timestamp(), new Report.Failed(reason, bounce.said()));
  }

  private Optional<Report> complaint(EmailReport report, EmailReport.Complaint complaint) {
    String said = Objects.requireNonNullElse(complaint.complaintFeedbackType(), "complaint");
    // RFC 5965: "not-spam" takes a complaint back, and is none.
    return said.equals("not-spam")
        ? Optional.empty()
        : report(
            report,
            complaint.timestamp(),
            new Report.Complained(reasons.of(CHANNEL, report.type()), said));
  }

  private Optional<Report> rejected(EmailReport report) {
    String why = report.reject() == null ? null : report.reject().reason();
    return report(
        report,
        report.mail().timestamp(),
        new Report.Failed(
            reasons.of(CHANNEL, report.type()), Objects.requireNonNullElse(why, "rejected")));
  }

  private static Optional<Report> report(EmailReport report, String at, Report.Event event) {
    return Optional.of(new Report(report.mail().messageId(), Instant.parse(at), event));
  }
}
