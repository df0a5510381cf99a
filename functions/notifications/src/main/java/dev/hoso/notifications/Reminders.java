package dev.hoso.notifications;

import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reminders of what an applicant still has to do: planned with the fact that asks for it, called
 * off by the fact that ends it.
 */
final class Reminders {
  private static final String PLANNED = "Sent if it is still to be done by then";
  private static final String OVER = "It was done, or is not asked for any more";

  private final ReminderDays days;
  private final Messages messages;
  private final Catalogue catalogue;
  private final String citizenAddress;

  Reminders(ReminderDays days, Messages messages, Catalogue catalogue, String citizenAddress) {
    this.days = days;
    this.messages = messages;
    this.catalogue = catalogue;
    this.citizenAddress = citizenAddress;
  }

  /** Plans the reminders of a fact by the channel that tells it. Planning again changes nothing. */
  void plan(Dossier dossier, Fact fact, Channel channel, String to, Instant now) {
    List<Duration> times = days.of(fact.template());
    for (int n = 0; n < times.size(); n++) {
      Instant due = now.plus(times.get(n));
      Letter letter = new Letter(dossier, catalogue, citizenAddress);
      Owing.fact(dossier, Reminder.of(dossier, n + 1))
          .map(reminder -> Message.telling(dossier, reminder, channel, to, letter, due))
          .ifPresent(message -> messages.leave(message, PLANNED, due, now));
    }
  }

  /** Calls off what the change of a dossier has ended. */
  void end(@Nullable Dossier before, Dossier after, Instant now) {
    if (before == null || !before.status().waitsForCitizen()) {
      return;
    }
    if (Owing.over(after, Reminder.of(before, 1))) {
      messages.of(after.code()).stream()
          .filter(it -> waits(it, after))
          .forEach(it -> messages.callOff(it, OVER, now));
    }
  }

  private static boolean waits(Item message, Dossier after) {
    return Kind.REMINDER.owed().equals(message.textOrNull("owed"))
        && Owing.over(after, Reminder.of(message.text("fact")));
  }
}
