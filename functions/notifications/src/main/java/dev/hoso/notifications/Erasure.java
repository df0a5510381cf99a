package dev.hoso.notifications;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.notifications.announcements.Announcements;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a dossier's messages what is personal, when its applicant has asked for that: to
 * whom, and what they said. That there was a message, when, and what became of it stays.
 */
final class Erasure {
  private static final List<String> WAITING = List.of("claimed", "standby");

  /** What a table takes at once. */
  private static final int MOST_KEYS = 100;

  private final Table messages;
  private final Announcements announcements;
  private final InstantSource clock;

  Erasure(Table messages, Announcements announcements, InstantSource clock) {
    this.messages = messages;
    this.announcements = announcements;
    this.clock = clock;
  }

  /**
   * Blanks the messages of a dossier; those that are blank already stay as they are.
   *
   * @param erasedAt when the dossier itself was erased
   */
  void blank(String dossier, Instant erasedAt) {
    messages.query("dossier", dossier).forEach(message -> blank(message, erasedAt));
  }

  /**
   * Blanks the announcements that went to an applicant without being about a dossier. They are
   * found by their names, which are made of the contact.
   *
   * @param applicant as the dossier had them before
   */
  void blankAnnouncements(Applicant applicant, Instant erasedAt) {
    List<Map<String, String>> keys = new ArrayList<>();
    announcements
        .salts()
        .forEach(
            (id, salt) -> {
              add(keys, id, salt, "sms", applicant.phone());
              add(keys, id, salt, "email", applicant.email());
            });
    for (int n = 0; n < keys.size(); n += MOST_KEYS) {
      messages
          .all(keys.subList(n, Math.min(n + MOST_KEYS, keys.size())))
          .forEach(message -> blank(message, erasedAt));
    }
  }

  private static void add(
      List<Map<String, String>> keys,
      String announcement,
      String salt,
      String channel,
      @Nullable String contact) {
    if (contact != null) {
      String name = Announcing.name(announcement, salt, contact) + "#" + channel;
      keys.add(Map.of("dossier", Announcing.key(announcement), "message", name));
    }
  }

  private void blank(Item message, Instant erasedAt) {
    if (!message.has("erasedAt") && !suppressed(message, erasedAt)) {
      messages.write(blanked(message, erasedAt));
    }
  }

  /** What still waited or stood by is not sent any more, unless somebody has just sent it. */
  private boolean suppressed(Item message, Instant erasedAt) {
    return WAITING.contains(message.text("status"))
        && messages
            .write(
                blanked(message, erasedAt)
                    .set("status", "suppressed")
                    .set("failure", "The applicant's data was erased")
                    .set("at", clock.instant())
                    .remove("owed")
                    .remove("due")
                    .ifOneOf("status", WAITING))
            .written();
  }

  private static Update blanked(Item message, Instant erasedAt) {
    return Update.of(Map.of("dossier", message.text("dossier"), "message", message.text("message")))
        .set("erasedAt", erasedAt)
        .remove("to")
        .remove("subject")
        .remove("text")
        .remove("html")
        .add("version", 1)
        .ifAbsent("erasedAt");
  }
}
