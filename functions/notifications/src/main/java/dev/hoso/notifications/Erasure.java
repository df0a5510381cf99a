package dev.hoso.notifications;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Takes out of a dossier's messages what is personal, when its applicant has asked for that: to
 * whom, and what they said. That there was a message, when, and what became of it stays.
 */
final class Erasure {
  private static final List<String> WAITING = List.of("claimed", "standby");
  private final Table messages;
  private final InstantSource clock;

  Erasure(Table messages, InstantSource clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * Blanks the messages of a dossier; those that are blank already stay as they are.
   *
   * @param erasedAt when the dossier itself was erased
   */
  void blank(String dossier, Instant erasedAt) {
    for (Item message : messages.query("dossier", dossier)) {
      if (!message.has("erasedAt") && !suppressed(message, erasedAt)) {
        messages.write(blanked(message, erasedAt));
      }
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
