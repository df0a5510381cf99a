package dev.hoso.dossiers.transfers;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The transfers of units, as they are kept. */
public record Transfers(Table operations) {
  /** The word under which a transfer's next portion is owed. */
  static final String OWED = "transfer";

  private static final String KIND = "transfer";

  /** Longer than a portion takes; who was cut off is followed when it is over. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  /**
   * Takes a new one in.
   *
   * @return with the one that is there under this id already, where it is not written
   */
  Outcome create(UnitTransfer it) {
    return operations.write(
        Update.of(key(it.id()))
            .set("from", it.from())
            .set("to", it.to())
            .set("reason", it.reason())
            .set("role", it.role())
            .set("createdAt", it.createdAt())
            .set("owed", OWED)
            .set("due", Time.sortable(it.createdAt()))
            .ifAbsent("id"));
  }

  /** The transfer of this id. */
  public Optional<UnitTransfer> find(String id) {
    Item item = operations.get(key(id));
    return item.isEmpty() ? Optional.empty() : Optional.of(UnitTransfer.of(item));
  }

  /** All, the newest first. */
  public List<UnitTransfer> all() {
    return operations.query("kind", KIND).stream()
        .map(UnitTransfer::of)
        .sorted(
            Comparator.comparing(UnitTransfer::createdAt)
                .reversed()
                .thenComparing(UnitTransfer::id))
        .toList();
  }

  /** The keys of those that have something to do by now. */
  List<Item> due(Instant now, int limit) {
    return operations.due(OWED, now, limit);
  }

  /**
   * Takes one that is due, for a while.
   *
   * @return empty where somebody else was faster
   */
  Optional<UnitTransfer> take(Item due, Instant now) {
    Outcome outcome =
        operations.write(
            Update.of(key(due.text("id")))
                .set("due", Time.sortable(now.plus(LEASE)))
                .ifEquals("due", due.text("due")));
    return outcome.written() ? Optional.of(UnitTransfer.of(outcome.item())) : Optional.empty();
  }

  /** A portion was moved, and there may be more. */
  void moved(UnitTransfer it, int more, Instant now) {
    operations.write(
        Update.of(key(it.id()))
            .add("moved", more)
            .remove("emptyAt")
            .set("due", Time.sortable(now.plus(LEASE))));
  }

  /** None was left just now; it is looked again at that time. */
  void empty(UnitTransfer it, Instant now, Instant again) {
    operations.write(
        Update.of(key(it.id())).setOnce("emptyAt", now).set("due", Time.sortable(again)));
  }

  /** The rest is for the next minute. */
  void release(UnitTransfer it, Instant now) {
    operations.write(Update.of(key(it.id())).set("due", Time.sortable(now)).ifPresent("owed"));
  }

  /** It is certain that none is left. */
  void done(UnitTransfer it, Instant now) {
    operations.write(Update.of(key(it.id())).set("doneAt", now).remove("owed").remove("due"));
  }

  private static Map<String, String> key(String id) {
    return Map.of("kind", KIND, "id", id);
  }
}
