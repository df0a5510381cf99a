package dev.hoso.notifications;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The messages, kept in a table: each by the name of what it tells, so none can be there twice.
 *
 * <p>A message is {@code claimed} until it is {@code sent} or {@code failed}, or {@code merged}
 * into another one that tells its fact as well; one that must not be sent is {@code suppressed}.
 * While it is claimed it is owed, and {@code due} says when the next may send it.
 */
final class Messages {
  private final Table table;
  private final Duration retention;
  private final Manners manners;

  Messages(Table table, Duration retention, Manners manners) {
    this.table = table;
    this.retention = retention;
    this.manners = manners;
  }

  /**
   * Takes a new message for sending.
   *
   * @return empty where it is there already: somebody else has sent it or will
   */
  Optional<Claim> claim(Message message, Instant now) {
    return claimed(
        create(message, now)
            .set("status", "claimed")
            .set("attempts", 1)
            .set("owed", owed(message))
            .set("due", Time.sortable(now.plus(Retries.LEASE))));
  }

  /**
   * Takes a new message for sending now or never: nobody finds it owed.
   *
   * @throws IllegalStateException where it is there already
   */
  Claim claimOnce(Message message, Instant now) {
    return claimed(create(message, now).set("status", "claimed").set("attempts", 1))
        .orElseThrow(() -> new IllegalStateException(message + " is there already"));
  }

  /** Keeps a new message for later without trying. */
  void leave(Message message, String reason, Instant due, Instant now) {
    table.write(
        create(message, now)
            .set("status", "claimed")
            .set("attempts", 0)
            .set("failure", reason)
            .set("owed", owed(message))
            .set("due", Time.sortable(due)));
  }

  /**
   * Keeps a new message of an announcement until it is its turn.
   *
   * @param line of the list that asks for it
   * @return with the message that was there before, where it is not written
   */
  Outcome announce(Message message, String announcement, long line, Instant now) {
    return table.write(
        create(message, now)
            .set("announcement", announcement)
            .set("line", line)
            .set("status", "claimed")
            .set("attempts", 0)
            .set("owed", owed(message))
            .set("due", Time.sortable(now)));
  }

  /** Keeps a new message that must not be sent. */
  void suppress(Message message, String reason, Instant now) {
    table.write(create(message, now).set("status", "suppressed").set("failure", reason));
  }

  /** All messages of a dossier. */
  List<Item> of(String dossier) {
    return table.query("dossier", dossier);
  }

  /**
   * The keys of the messages that must be sent by now, the longest waiting first.
   *
   * @param owed which of {@link Kind#allOwed}
   */
  List<Item> due(String owed, Instant now, int limit) {
    return table.due(owed, now, limit);
  }

  /**
   * Takes a message that is due for sending.
   *
   * @param due as the index gave it
   * @return empty where somebody else was faster
   */
  Optional<Claim> claimAgain(Item due, Instant now) {
    return claimed(postponed(due, now.plus(Retries.LEASE), now).add("attempts", 1));
  }

  /** Lets a message that is due wait longer without trying. */
  void postpone(Item due, Instant until, Instant now) {
    table.write(postponed(due, until, now));
  }

  /**
   * The provider took it. Whoever knows that may say so, also after the lease, and of what was
   * called off while the provider had it already.
   *
   * @param cost in millionths of a US dollar
   */
  void sent(Claim claim, String providerMessageId, long cost, Instant now) {
    Item kept =
        table
            .write(taken(claim, providerMessageId, cost, now).ifEquals("status", "claimed"))
            .item();
    if ("suppressed".equals(kept.textOrNull("status"))) {
      // What was erased stays as it was left then.
      table.write(
          taken(claim, providerMessageId, cost, now)
              .ifEquals("status", "suppressed")
              .ifAbsent("erasedAt"));
    }
  }

  private static Update taken(Claim claim, String providerMessageId, long cost, Instant now) {
    return ended(claim, "sent", now)
        .set("sentAt", now)
        .set("providerMessageId", providerMessageId)
        .set("cost", cost)
        .remove("failure");
  }

  /**
   * Gives a claimed message other words, and another address where the person has one by now.
   *
   * @param facts the names of the facts that it tells in place of its own alone; null where it does
   *     not
   * @return empty where it was called off meanwhile, or is somebody else's
   */
  Optional<Claim> rewrite(Claim claim, Message other, @Nullable List<String> facts, Instant now) {
    return claimed(
        other
            .into(changed(other.key(), now))
            .set("facts", facts)
            .ifEquals("version", claim.version()));
  }

  /**
   * Lets a message that waits be told by another one.
   *
   * @param waiting as it was read
   * @return whether it is; else somebody sends it, or has
   */
  boolean merge(Item waiting, Message into, Instant now) {
    return table
        .write(
            changed(key(waiting), now)
                .set("status", "merged")
                .set("mergedInto", into.name())
                .remove("failure")
                .remove("owed")
                .remove("due")
                .ifEquals("version", waiting.number("version")))
        .written();
  }

  /** Calls off what is not sent yet: it is not so any more. */
  void callOff(Item waiting, String reason, Instant now) {
    table.write(
        changed(key(waiting), now)
            .set("status", "suppressed")
            .set("failure", reason)
            .remove("owed")
            .remove("due")
            .ifEquals("status", "claimed"));
  }

  /** The provider did not take it; it is sent again at {@code due}. */
  void notNow(Claim claim, String reason, Instant due, Instant now) {
    table.write(
        changed(claim.message().key(), now)
            .set("failure", reason)
            .set("due", Time.sortable(due))
            .ifEquals("version", claim.version()));
  }

  /** Something stands before the provider; the claim was no attempt. */
  void waits(Claim claim, String reason, Instant until, Instant now) {
    table.write(
        changed(claim.message().key(), now)
            .set("failure", reason)
            .set("attempts", claim.attempts() - 1)
            .set("due", Time.sortable(until))
            .ifEquals("version", claim.version()));
  }

  /** It must not be sent any more. */
  void suppress(Claim claim, String reason, Instant now) {
    table.write(
        ended(claim, "suppressed", now)
            .set("failure", reason)
            .ifEquals("version", claim.version()));
  }

  /** It will never be sent. */
  void failed(Claim claim, String reason, Instant now) {
    table.write(
        ended(claim, "failed", now).set("failure", reason).ifEquals("version", claim.version()));
  }

  private Update create(Message message, Instant now) {
    return message
        .into(changed(message.key(), now))
        .set("kind", manners.of(message.template()).kind().code())
        .set("expires", now.plus(retention).getEpochSecond())
        .ifAbsent("message");
  }

  private static Update postponed(Item due, Instant until, Instant now) {
    return changed(key(due), now).set("due", Time.sortable(until)).ifEquals("due", due.text("due"));
  }

  /** Under which word a message is owed. */
  String owed(Message message) {
    return manners.of(message.template()).kind().owed();
  }

  private static Map<String, String> key(Item item) {
    return Map.of("dossier", item.text("dossier"), "message", item.text("message"));
  }

  private static Update ended(Claim claim, String status, Instant now) {
    return changed(claim.message().key(), now).set("status", status).remove("owed").remove("due");
  }

  private static Update changed(Map<String, String> key, Instant now) {
    return Update.of(key).set("at", now).add("version", 1);
  }

  private Optional<Claim> claimed(Update update) {
    Outcome outcome = table.write(update);
    return outcome.written() ? Optional.of(Claim.of(outcome.item())) : Optional.empty();
  }
}
