package dev.hoso.local.providers;

import dev.hoso.local.LiveLog;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Html;
import dev.hoso.local.http.Page;
import dev.hoso.local.http.Request;
import java.util.Optional;
import java.util.UUID;

/** A provider that speaks the Query protocol. What it does not know it refuses loudly. */
final class StandIn implements Page {
  /** What a call asks to be sent. */
  record Sending(InboxMessage message, Optional<String> name) {}

  /** Reads a call; refuses it as the real provider would. */
  @FunctionalInterface
  interface Reader {
    Sending read(QueryCall call) throws QueryError;
  }

  /** Hears of what was taken, to report what became of it. */
  @FunctionalInterface
  interface Reporter {
    /**
     * A message was taken.
     *
     * @param id that its sender is answered
     */
    void taken(QueryCall call, InboxMessage message, String id);
  }

  private final String namespace;
  private final Reader reader;
  private final Behaviour behaviour;
  private final Inbox inbox;
  private final Reporter reporter;
  private final LiveLog log;

  StandIn(
      String namespace,
      Reader reader,
      Behaviour behaviour,
      Inbox inbox,
      Reporter reporter,
      LiveLog log) {
    this.namespace = namespace;
    this.reader = reader;
    this.behaviour = behaviour;
    this.inbox = inbox;
    this.reporter = reporter;
    this.log = log;
  }

  @Override
  public Answer answer(Request request) throws InterruptedException {
    QueryCall call = QueryCall.of(request);
    try {
      behaviour.meet();
      Sending sending = reader.read(call);
      boolean isNew = inbox.add(sending.message(), sending.name());
      behaviour.accepted(isNew);
      log.say(sending.message().channel(), line(sending.message()) + (isNew ? "" : ", repeated"));
      String id = UUID.randomUUID().toString();
      reporter.taken(call, sending.message(), id);
      return accepted(call.action(), id);
    } catch (QueryError e) {
      behaviour.refused();
      log.say("failure", call.action() + " refused: " + e.code() + ": " + e.getMessage());
      return refused(e);
    }
  }

  /** Of a phone number or a device the last three characters are told, of an address its domain. */
  private static String line(InboxMessage message) {
    String to = message.to();
    String shown =
        switch (message.channel()) {
          case "sms", "push" -> "…" + to.substring(Math.max(0, to.length() - 3));
          case "email" -> "…" + to.substring(Math.max(0, to.indexOf('@')));
          default -> to;
        };
    return "to " + shown + ", " + message.text().length() + " characters";
  }

  private Answer accepted(String action, String id) {
    return xml(
        200,
        """
        <%1$sResponse xmlns="%2$s">
          <%1$sResult><MessageId>%3$s</MessageId></%1$sResult>
          <ResponseMetadata><RequestId>%3$s</RequestId></ResponseMetadata>
        </%1$sResponse>
        """
            .formatted(action, namespace, id));
  }

  private Answer refused(QueryError error) {
    return xml(
        error.status(),
        """
        <ErrorResponse xmlns="%s">
          <Error><Type>%s</Type><Code>%s</Code><Message>%s</Message></Error>
          <RequestId>%s</RequestId>
        </ErrorResponse>
        """
            .formatted(
                namespace,
                error.status() < 500 ? "Sender" : "Receiver",
                error.code(),
                Html.escape(String.valueOf(error.getMessage())),
                UUID.randomUUID()));
  }

  private static Answer xml(int status, String body) {
    return Answer.of(status, "text/xml", body);
  }
}
