package dev.hoso.local.providers;

import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** SES's {@code SendRawEmail} and {@code SendEmail}, version 1. */
final class SesReader implements StandIn.Reader {
  private final InstantSource clock;

  SesReader(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public StandIn.Sending read(QueryCall call) throws QueryError {
    return switch (call.action()) {
      case "SendRawEmail" -> raw(call);
      case "SendEmail" -> simple(call);
      default ->
          throw new QueryError(
              400, "InvalidAction", "The stand-in for SES does not know " + call.action());
    };
  }

  private StandIn.Sending raw(QueryCall call) throws QueryError {
    Mail mail;
    try {
      mail = Mail.parse(Base64.getDecoder().decode(call.text("RawMessage.Data")));
    } catch (IllegalArgumentException e) {
      throw refused("RawMessage.Data is not base64");
    }
    List<String> named = call.members("Destinations");
    String to = String.join(", ", named.isEmpty() ? mail.to() : named);
    require(call.optional("Source").orElse(mail.from()), to);
    InboxMessage message =
        new InboxMessage(
            "email", to, Optional.of(mail.subject()), mail.text(), mail.html(), clock.instant());
    return new StandIn.Sending(message, mail.id());
  }

  private StandIn.Sending simple(QueryCall call) throws QueryError {
    String to = String.join(", ", call.members("Destination.ToAddresses"));
    require(call.text("Source"), to);
    InboxMessage message =
        new InboxMessage(
            "email",
            to,
            call.optional("Message.Subject.Data"),
            call.text("Message.Body.Text.Data"),
            call.optional("Message.Body.Html.Data"),
            clock.instant());
    return new StandIn.Sending(message, Optional.empty());
  }

  private static void require(String from, String to) throws QueryError {
    if (!from.contains("@")) {
      throw refused("Missing or wrong sender");
    }
    if (!to.contains("@")) {
      throw refused("Missing or wrong recipient");
    }
  }

  private static QueryError refused(String why) {
    return new QueryError(400, "InvalidParameterValue", why);
  }
}
