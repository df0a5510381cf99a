package dev.hoso.notifications.announcements;

import dev.hoso.core.Language;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The announcements, kept beside their messages: all under one key, each with how far its list was
 * read. What became of its messages is counted where they are, by an index that only they are in:
 * counters beside them would cost a second write for each and be wrong after a crash between the
 * two.
 */
public final class Announcements {
  /** The word under which an announcement's next portion is owed. */
  static final String OWED = "announcement";

  /** Under which all announcements are kept; no dossier's code looks like it. */
  private static final String ALL = "announcements";

  /** Longer than a function lives; whoever was cut off is followed in the next minute. */
  private static final Duration LEASE = Duration.ofSeconds(45);

  private static final String INDEX = "announcement";

  private final Table table;
  private final Duration retention;

  /** Announcements among these messages. */
  public Announcements(Table table, Duration retention) {
    this.table = table;
    this.retention = retention;
  }

  /** With the table and the time that are set. */
  static Announcements of(Settings settings, DynamoDbClient dynamo) {
    return new Announcements(
        new Table(dynamo, settings.required("HOSO_MESSAGES_TABLE")),
        Duration.ofDays(Long.parseLong(settings.required("HOSO_RETENTION_DAYS"))));
  }

  /**
   * Takes a new one in.
   *
   * @return with the one that is there under this id already, where it is not written
   */
  Outcome create(Announcement announcement, Instant now) {
    return table.write(
        owed(announcement.id(), now)
            .set("salt", announcement.salt())
            .set("name", announcement.name())
            .set("text", byCode(announcement.text()))
            .set("subject", byCode(announcement.subject()))
            .set("list", announcement.list())
            .set("channel", announcement.channel())
            .set("status", announcement.state().kept())
            .set("createdAt", announcement.createdAt())
            .set("expires", now.plus(retention).getEpochSecond())
            .ifAbsent("message"));
  }

  private static Map<String, String> byCode(Map<Language, String> texts) {
    Map<String, String> byCode = new TreeMap<>();
    texts.forEach((language, text) -> byCode.put(language.code(), text));
    return byCode;
  }

  /** The announcement of this id. */
  Optional<Announcement> find(String id) {
    Item item = table.get(key(id));
    return item.isEmpty() ? Optional.empty() : Optional.of(Announcement.of(item));
  }

  /** All, the newest first. */
  List<Announcement> all() {
    return table.query("dossier", ALL).stream()
        .map(Announcement::of)
        .sorted(
            Comparator.comparing(Announcement::createdAt)
                .reversed()
                .thenComparing(Announcement::id))
        .toList();
  }

  /** The salts of all, by their ids. */
  public Map<String, String> salts() {
    return all().stream().collect(Collectors.toMap(Announcement::id, Announcement::salt));
  }

  /** Where it is now; empty where there is none. */
  Optional<State> state(String id) {
    return find(id).map(Announcement::state);
  }

  /** Nothing more is read or sent for now. */
  Outcome pause(String id, Instant now) {
    return table.write(
        changed(id, now)
            .set("status", State.PAUSED.code())
            .remove("owed")
            .remove("due")
            .ifEquals("status", State.RUNNING.code()));
  }

  /** Goes on where it was. */
  Outcome resume(String id, Instant now) {
    return table.write(
        owed(id, now).set("status", State.RUNNING.code()).ifEquals("status", State.PAUSED.code()));
  }

  /** Nothing more is sent; what was read already is called off. */
  Outcome cancel(String id, Instant now) {
    return table.write(
        owed(id, now)
            .set("status", State.CANCELLED.code())
            .ifOneOf(
                "status", List.of(State.RUNNING.code(), State.PAUSED.code(), State.FAILED.code())));
  }

  /** The keys of those that have something to do by now. */
  List<Item> due(Instant now, int limit) {
    return table.due(OWED, now, limit);
  }

  /**
   * Takes one that is due; it is due again in the next minute, whatever becomes of this one.
   *
   * @return empty where somebody else was faster
   */
  Optional<Announcement> take(Item due, Instant now) {
    Outcome outcome =
        table.write(
            Update.of(key(due.text("message")))
                .set("due", Time.sortable(now.plus(LEASE)))
                .ifEquals("due", due.text("due")));
    return outcome.written() ? Optional.of(Announcement.of(outcome.item())) : Optional.empty();
  }

  /**
   * Writes down how far the list was read: only where nobody has read on since, so that no line is
   * counted twice. Whether it was paused or cancelled meanwhile makes no difference.
   */
  boolean advance(String id, Announcement.Progress from, Announcement.Progress to, Instant now) {
    Update update =
        changed(id, now)
            .set("etag", to.etag())
            .set("offset", to.offset())
            .set("size", to.size())
            .set("line", to.line())
            .set("lines", to.lines())
            .set("header", to.header())
            .set("readAt", to.readAt());
    return table
        .write(
            from.offset() == 0
                ? update.ifAbsent("offset")
                : update.ifEquals("offset", from.offset()))
        .written();
  }

  /** There is nothing more to do. */
  void done(String id, Instant now) {
    end(changed(id, now).set("status", State.DONE.code()), State.RUNNING);
  }

  /** All that was read is called off. */
  void calledOff(String id, Instant now) {
    end(changed(id, now), State.CANCELLED);
  }

  /** Its list cannot be read. */
  void failed(Announcement it, String reason, Instant now) {
    end(
        changed(it.id(), now).set("status", State.FAILED.code()).set("failure", reason),
        it.state());
  }

  private void end(Update update, State from) {
    table.write(update.remove("owed").remove("due").ifEquals("status", from.kept()));
  }

  /** A line that asks for no message, with why. */
  void refuse(String id, long line, String column, String rule, Instant now) {
    table.write(
        Update.of(
                Map.of("dossier", "announcement " + id, "message", "refused %09d".formatted(line)))
            .set("announcement", id)
            .set("status", "refused")
            .set("line", line)
            .set("column", column)
            .set("rule", rule)
            .set("at", now)
            .set("expires", now.plus(retention).getEpochSecond())
            .ifAbsent("message"));
  }

  /** The first lines that were refused. */
  List<Item> refused(String id, int limit) {
    return table.beginning("dossier", "announcement " + id, "message", "refused ", limit);
  }

  /** How many of its messages are in a state; all states together are all its lines. */
  long count(String id, String status) {
    return table.count(INDEX, "announcement", id, "status", status);
  }

  /** How many of its messages are in each state that there is. */
  Map<String, Long> counts(String id) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String status :
        List.of("claimed", "sent", "delivered", "failed", "suppressed", "refused")) {
      counts.put(status, count(id, status));
    }
    return counts;
  }

  /** The keys of messages that were read and not sent yet. */
  List<Item> waiting(String id, int limit) {
    return table.with(INDEX, "announcement", id, "status", "claimed", limit);
  }

  private static Map<String, String> key(String id) {
    return Map.of("dossier", ALL, "message", id);
  }

  private static Update owed(String id, Instant now) {
    return changed(id, now).set("owed", OWED).set("due", Time.sortable(now));
  }

  private static Update changed(String id, Instant now) {
    return Update.of(key(id)).set("at", now).add("version", 1);
  }
}
