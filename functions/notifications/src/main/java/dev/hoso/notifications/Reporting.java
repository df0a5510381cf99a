package dev.hoso.notifications;

import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Takes in what providers report about messages. All of it may come again: whatever was broken off
 * is done, and what was done stays as it is.
 */
public final class Reporting {
  private final Arrivals arrivals;
  private final Messages messages;
  private final Addresses addresses;
  private final InstantSource clock;

  Reporting(Arrivals arrivals, Messages messages, Addresses addresses, InstantSource clock) {
    this.arrivals = arrivals;
    this.messages = messages;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** With the tables that are set. */
  public static Reporting of(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    return new Reporting(
        new Arrivals(Notifications.table(settings, dynamo)),
        Notifications.messages(settings, dynamo),
        Addresses.of(settings, dynamo),
        clock);
  }

  /**
   * Takes a report in.
   *
   * @return whether there is such a message; a report can be faster than our own note that the
   *     provider took it
   */
  public boolean take(Report report) {
    Item message = arrivals.of(report.providerMessageId());
    if (message.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    Outcome outcome =
        switch (report.event()) {
          case Report.Delivered it -> arrivals.delivered(message, report.at(), it.said(), now);
          case Report.Failed it -> failed(message, it, now);
          case Report.Complained it -> complained(message, it, now);
        };
    if (outcome.written()) {
      note(message, report);
    }
    return true;
  }

  private Outcome failed(Item message, Report.Failed event, Instant now) {
    suppress(message, event.reason(), now);
    Outcome outcome = arrivals.failed(message, event.reason(), event.said(), now);
    if (outcome.item().text("status").equals("failed")) {
      messages.passOn(outcome.item(), now);
    }
    return outcome;
  }

  private Outcome complained(Item message, Report.Complained event, Instant now) {
    suppress(message, event.reason(), now);
    return arrivals.complained(message, event.said(), now);
  }

  /** A contact that was erased at its owner's request is not kept in any form. */
  private void suppress(Item message, Reason reason, Instant now) {
    String contact = message.textOrNull("to");
    if (reason.suppresses() && contact != null) {
      addresses.suppress(contact, reason, now);
    }
  }

  private static void note(Item message, Report report) {
    String channel = message.text("channel");
    String event = report.event().getClass().getSimpleName();
    Log.info(
        "message" + event,
        Map.of(
            "dossier", message.text("dossier"),
            "fact", message.text("fact"),
            "channel", channel,
            "outcome", report.event().said()));
    Log.metric("Message" + event, 1, Map.of("channel", channel));
  }
}
