package dev.hoso.dossiers.imports;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The imports, each with how far its file was read. */
public record Imports(Table operations) {
  /** The word under which an import's next portion is owed. */
  static final String OWED = "import";

  private static final String KIND = "import";

  /** Much longer than a portion takes; who was cut off is followed when it is over. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /**
   * Takes a new one in.
   *
   * @return with the one that is there under this id already, where it is not written
   */
  public Outcome create(Import it) {
    return operations.write(
        Update.of(key(it.id()))
            .set("source", it.source())
            .set("mapping", it.mapping())
            .set("tell", it.tell())
            .set("bucket", it.bucket())
            .set("status", it.state().code())
            .set("createdAt", it.createdAt())
            .ifAbsent("id"));
  }

  /** The import of this id. */
  public Optional<Import> find(String id) {
    Item item = operations.get(key(id));
    return item.isEmpty() ? Optional.empty() : Optional.of(Import.of(item));
  }

  /** All, the newest first. */
  public List<Import> all() {
    return operations.query("kind", KIND).stream()
        .map(Import::of)
        .sorted(Comparator.comparing(Import::createdAt).reversed().thenComparing(Import::id))
        .toList();
  }

  /** Its file is there. */
  void start(String id, Instant now) {
    operations.write(
        owed(id, now).set("status", State.RUNNING.code()).ifOneOf("status", codes(State.WAITING)));
  }

  /** Nothing more is read for now. */
  public Outcome pause(String id) {
    return operations.write(
        Update.of(key(id))
            .set("status", State.PAUSED.code())
            .remove("owed")
            .remove("due")
            .ifOneOf("status", codes(State.RUNNING)));
  }

  /** Goes on where it was. */
  public Outcome resume(String id, Instant now) {
    return operations.write(
        owed(id, now).set("status", State.RUNNING.code()).ifOneOf("status", codes(State.PAUSED)));
  }

  /** Nothing more is read; its report is still to be made. */
  public Outcome cancel(String id, Instant now) {
    return operations.write(
        owed(id, now)
            .set("status", State.CANCELLED.code())
            .ifOneOf("status", codes(State.WAITING, State.RUNNING, State.PAUSED)));
  }

  /** The keys of those that have something to do by now. */
  List<Item> due(Instant now, int limit) {
    return operations.due(OWED, now, limit);
  }

  /**
   * Takes one that is due, for a while: whoever takes it is followed by another where it is cut
   * off.
   *
   * @return empty where somebody else was faster
   */
  Optional<Import> take(Item due, Instant now) {
    Outcome outcome =
        operations.write(
            Update.of(key(due.text("id")))
                .set("due", Time.sortable(now.plus(LEASE)))
                .ifEquals("due", due.text("due")));
    return outcome.written() ? Optional.of(Import.of(outcome.item())) : Optional.empty();
  }

  /**
   * Writes down how far the file was read: only where nobody has read on since, so that no line is
   * counted twice. Whether it was paused or cancelled meanwhile makes no difference to that.
   *
   * @return the import as it is now, to be read on; empty where that is somebody else's
   */
  Optional<Import> advance(Import from, Progress to, Instant now) {
    Update update = to.write(Update.of(key(from.id()))).set("due", Time.sortable(now.plus(LEASE)));
    long offset = from.progress().offset();
    Outcome outcome =
        operations.write(
            offset == 0 ? update.ifAbsent("offset") : update.ifEquals("offset", offset));
    return outcome.written() ? Optional.of(Import.of(outcome.item())) : Optional.empty();
  }

  /** Somebody else may go on at once. */
  void release(Import it, Instant now) {
    operations.write(owed(it.id(), now).ifEquals("status", State.RUNNING.code()));
  }

  /** Nothing is owed any more: its report is there. */
  void end(Import it, State state) {
    operations.write(
        Update.of(key(it.id()))
            .set("status", state.code())
            .set("failure", it.failure())
            .remove("owed")
            .remove("due")
            .ifOneOf("status", codes(State.RUNNING, state)));
  }

  private static List<String> codes(State... states) {
    return Arrays.stream(states).map(State::code).toList();
  }

  private static Map<String, String> key(String id) {
    return Map.of("kind", KIND, "id", id);
  }

  private static Update owed(String id, Instant now) {
    return Update.of(key(id)).set("owed", OWED).set("due", Time.sortable(now));
  }
}
