package dev.hoso.notifications;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Transaction;
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
 * While it is claimed it is owed, and {@code due} says when the next may send it. What became of it
 * after it was sent is in {@link Arrivals}.
 *
 * <p>One that is {@code standby} is not owed; the message that it stands by for names it as its
 * {@code next}. Where that one is over and still {@code due}, it is owed that its next has its
 * turn, see {@link #passOn}.
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
        owed(create(message, now), owed(message), now.plus(Retries.LEASE))
            .set("status", "claimed")
            .set("attempts", 1));
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
    table.write(left(message, reason, due, now));
  }

  private Update left(Message message, @Nullable String reason, Instant due, Instant now) {
    return owed(create(message, now), owed(message), due)
        .set("status", "claimed")
        .set("attempts", 0)
        .set("failure", reason);
  }

  /**
   * Keeps a new message that says again what another one said, and notes that in the other one: of
   * several who ask for it at once, one is heard.
   *
   * @param old as it was read; where it is another one by now, nothing is written
   * @param dossier what must be so for the dossier
   * @return whether both were written
   */
  boolean again(Item old, Message again, Resend resend, Table dossiers, Update dossier) {
    Instant now = again.factAt();
    Update note =
        changed(key(old), now)
            .set("resentAs", again.fact())
            .set("resentBy", resend.requestedBy())
            .set("resendReason", resend.reason())
            .set("resendKey", resend.key())
            .ifEquals("version", old.number("version"))
            .ifAbsent("resentAs")
            .ifAbsent("erasedAt");
    return new Transaction(table.dynamo())
        .with(table, note)
        .with(table, left(again, Resend.OWED, now, now).set("resendOf", old.text("fact")))
        .with(dossiers, dossier)
        .write()
        .isEmpty();
  }

  /**
   * Keeps a new message of an announcement until it is its turn.
   *
   * @param line of the list that asks for it
   * @return with the message that was there before, where it is not written
   */
  Outcome announce(Message message, String announcement, long line, Instant now) {
    return table.write(
        left(message, null, now, now).set("announcement", announcement).set("line", line));
  }

  /** Keeps a new message that must not be sent. */
  void suppress(Message message, String reason, Instant now) {
    table.write(create(message, now).set("status", "suppressed").set("failure", reason));
  }

  /**
   * Keeps a new message that could not be delivered, and gives its next the turn.
   *
   * @param reason for a clerk
   */
  void undeliverable(Message message, String reason, Instant now) {
    Update update = create(message, now).set("status", "suppressed").set("failure", reason);
    passOn(table.write(owingNext(update, message, now)), now);
  }

  /** Keeps a new message for the case that another one cannot be delivered. */
  void standBy(Message message, Instant now) {
    table.write(create(message, now).set("status", "standby"));
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
   * @return what became of it: not written where somebody else was faster, or it is over
   */
  Outcome claimAgain(Item due, Instant now) {
    return table.write(postponed(due, now.plus(Retries.LEASE), now).add("attempts", 1));
  }

  /** Lets a message that is due wait longer without trying. */
  Outcome postpone(Item due, Instant until, Instant now) {
    return table.write(postponed(due, until, now));
  }

  /**
   * The provider took it. Whoever knows that may say so, also after the lease, and of what was
   * called off while the provider had it already.
   *
   * @param cost in millionths of a US dollar
   * @param reportedBy when its next has its turn unless it is reported as delivered; null for never
   */
  void sent(
      Claim claim, String providerMessageId, long cost, @Nullable Instant reportedBy, Instant now) {
    Update claimed = taken(claim, providerMessageId, cost, reportedBy, now);
    Item kept = table.write(claimed.ifEquals("status", "claimed")).item();
    if ("suppressed".equals(kept.textOrNull("status"))) {
      // What was erased stays as it was left then.
      table.write(
          taken(claim, providerMessageId, cost, reportedBy, now)
              .ifEquals("status", "suppressed")
              .ifAbsent("erasedAt"));
    }
  }

  private Update taken(
      Claim claim, String providerMessageId, long cost, @Nullable Instant reportedBy, Instant now) {
    Message message = claim.message();
    Update update =
        changed(message.key(), now)
            .set("status", "sent")
            .set("sentAt", now)
            .set("providerMessageId", providerMessageId)
            .set("cost", cost)
            .remove("failure");
    return reportedBy != null && message.next() != null
        ? owed(update, owed(message), reportedBy)
        : notOwed(update);
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
            notOwed(changed(key(waiting), now))
                .set("status", "merged")
                .set("mergedInto", into.name())
                .remove("failure")
                .ifEquals("version", waiting.number("version")))
        .written();
  }

  /** Calls off what is not sent yet: it is not so any more. */
  void callOff(Item waiting, String reason, Instant now) {
    table.write(
        notOwed(changed(key(waiting), now))
            .set("status", "suppressed")
            .set("failure", reason)
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
    table.write(notOwed(ended(claim, "suppressed", reason, now)));
  }

  /** It must not be sent any more, because it would not arrive; its next has its turn. */
  void undeliverable(Claim claim, String reason, Instant now) {
    passOn(claim, ended(claim, "suppressed", reason, now), now);
  }

  /** It will never be sent; its next has its turn. */
  void failed(Claim claim, String reason, Instant now) {
    passOn(claim, ended(claim, "failed", reason, now), now);
  }

  private void passOn(Claim claim, Update ended, Instant now) {
    passOn(table.write(owingNext(ended, claim.message(), now)), now);
  }

  private void passOn(Outcome outcome, Instant now) {
    if (outcome.written()) {
      passOn(outcome.item(), now);
    }
  }

  /**
   * Gives the turn to the message that stands by for this one, if this one is over and owes that,
   * and to those that stand by for what was merged into it: it has told their facts no more than
   * its own. However often it is given: of one that has had its turn nothing changes. Whoever is
   * broken off before the end leaves this one due, so the next minute does it again.
   *
   * @return whether there was a turn to give
   */
  boolean passOn(Item over, Instant now) {
    String next = over.textOrNull("next");
    String due = over.textOrNull("due");
    if (next == null || due == null || over.text("status").equals("claimed")) {
      return false;
    }
    String dossier = over.text("dossier");
    turn(next, over, now);
    of(dossier).stream()
        .filter(it -> over.text("message").equals(it.textOrNull("mergedInto")) && it.has("next"))
        .forEach(it -> turn(it.text("next"), over, now));
    table.write(notOwed(changed(key(over), now)).ifEquals("due", due));
    return true;
  }

  private void turn(String next, Item over, Instant now) {
    Map<String, String> key = Map.of("dossier", over.text("dossier"), "message", next);
    table.write(
        owed(changed(key, now), over.text("owed"), now)
            .set("status", "claimed")
            .set("attempts", 0)
            .set("fallbackFor", over.text("channel"))
            .ifEquals("status", "standby"));
  }

  private Update create(Message message, Instant now) {
    return message
        .into(changed(message.key(), now))
        .set("kind", manners.of(message.template()).kind().code())
        .set("expires", now.plus(retention).getEpochSecond())
        .ifAbsent("message");
  }

  private static Update postponed(Item due, Instant until, Instant now) {
    return changed(key(due), now)
        .set("due", Time.sortable(until))
        .ifEquals("status", "claimed")
        .ifEquals("due", due.text("due"));
  }

  /** Under which word a message is owed. */
  String owed(Message message) {
    return manners.of(message.template()).kind().owed();
  }

  private static Map<String, String> key(Item item) {
    return Map.of("dossier", item.text("dossier"), "message", item.text("message"));
  }

  private static Update ended(Claim claim, String status, String reason, Instant now) {
    return changed(claim.message().key(), now)
        .set("status", status)
        .set("failure", reason)
        .ifEquals("version", claim.version());
  }

  private Update owingNext(Update update, Message message, Instant now) {
    return message.next() == null ? notOwed(update) : owed(update, owed(message), now);
  }

  private static Update owed(Update update, String owed, Instant due) {
    return update.set("owed", owed).set("due", Time.sortable(due));
  }

  private static Update notOwed(Update update) {
    return update.remove("owed").remove("due");
  }

  private static Update changed(Map<String, String> key, Instant now) {
    return Update.of(key).set("at", now).add("version", 1);
  }

  private Optional<Claim> claimed(Update update) {
    Outcome outcome = table.write(update);
    return outcome.written() ? Optional.of(Claim.of(outcome.item())) : Optional.empty();
  }
}
