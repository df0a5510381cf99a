package dev.hoso.indicators;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a message counts for, by the day of its fact: for its unit, since it does not know the
 * procedure. Pure.
 */
final class MessageCounting {
  private MessageCounting() {}

  /** What an item of the table Messages counts for; empty for what is no message. */
  static Optional<Contribution> of(Item message) {
    if (!message.has("id") || !message.has("factAt") || !message.has("unit")) {
      return Optional.empty();
    }
    String channel = message.text("channel");
    String status = message.text("status");
    LocalDate day = Time.day(message.time("factAt"));
    Tally tally = new Tally();
    tally.add(day, Measure.SENT.of(channel), message.has("sentAt") ? 1 : 0);
    tally.add(day, Measure.DELIVERED.of(channel), status.equals("delivered") ? 1 : 0);
    tally.add(day, Measure.FAILED.of(channel), status.equals("failed") ? 1 : 0);
    tally.add(day, Measure.COST.of(channel), message.numberOr("cost", 0));
    return Optional.of(
        new Contribution(
            "message " + message.text("id"),
            new Version(message.numberOr("version", 0), 0),
            new Cell(message.text("unit"), null),
            null,
            tally.byDay(),
            null));
  }
}
