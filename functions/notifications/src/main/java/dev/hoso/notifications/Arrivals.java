package dev.hoso.notifications;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What became of messages after a provider took them: {@code sent} becomes {@code delivered}, and
 * either becomes {@code failed}, never the other way. So it does not matter in which order, or how
 * often, a provider reports: a mailbox that took a message and sent it back later has not got it,
 * whichever of the two we hear first.
 */
final class Arrivals {
  private final Table messages;

  Arrivals(Table messages) {
    this.messages = messages;
  }

  /** The message that a provider knows by this name; empty where there is none (yet). */
  Item of(String providerMessageId) {
    Item key = messages.find("byProvider", "providerMessageId", providerMessageId);
    return key.isEmpty() ? Item.EMPTY : messages.get(key(key));
  }

  /**
   * It has arrived.
   *
   * @param said by the provider
   */
  Outcome delivered(Item message, Instant at, String said, Instant now) {
    return messages.write(
        changed(message, now)
            .set("status", "delivered")
            .set("deliveredAt", at)
            .set("deliveryReport", said)
            .remove("owed")
            .remove("due")
            .ifEquals("status", "sent"));
  }

  /**
   * It has not arrived, and will not; where another one stands by for it, it is owed that this has
   * its turn.
   *
   * @param said by the provider
   */
  Outcome failed(Item message, Reason reason, String said, Instant now) {
    Update update =
        changed(message, now)
            .set("status", "failed")
            .set("failure", reason.en())
            .set("failureVi", reason.vi())
            .set("deliveryReport", said)
            .remove("deliveredAt")
            .ifOneOf("status", List.of("sent", "delivered"));
    return messages.write(
        message.has("next")
            ? update
                .set("owed", Kind.of(message.text("kind")).owed())
                .set("due", Time.sortable(now))
            : update.remove("owed").remove("due"));
  }

  /** Its reader does not want it. It did arrive, or there would be nobody to say so. */
  Outcome complained(Item message, String said, Instant now) {
    return messages.write(changed(message, now).set("complaint", said).ifAbsent("complaint"));
  }

  private static Update changed(Item message, Instant now) {
    return Update.of(key(message)).set("at", now).add("version", 1);
  }

  private static Map<String, String> key(Item message) {
    return Map.of("dossier", message.text("dossier"), "message", message.text("message"));
  }
}
