package dev.hoso.dossiers.transfers;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.dossiers.Successors;
import dev.hoso.dossiers.Successors.Move;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which units were transferred to others: one item, read by whoever registers dossiers. */
public final class MovedUnits {
  /**
   * How old what is known of them may be. A transfer looks once more after a longer time, so what
   * was registered meanwhile where it no longer belongs is moved too.
   */
  static final Duration KNOWN_FOR = Duration.ofSeconds(20);

  private static final Map<String, String> KEY = Map.of("kind", "units", "id", "moved");

  private static final int TRIES = 20;

  private final Table operations;
  private final InstantSource clock;
  private Successors known = Successors.NONE;
  private Instant knownUntil = Instant.MIN;

  public MovedUnits(Table operations, InstantSource clock) {
    this.operations = operations;
    this.clock = clock;
  }

  /** As of a few seconds ago at most. */
  public synchronized Successors successors() {
    Instant now = clock.instant();
    if (!now.isBefore(knownUntil) || now.isBefore(knownUntil.minus(KNOWN_FOR))) {
      known = now();
      knownUntil = now.plus(KNOWN_FOR);
    }
    return known;
  }

  /** As of now. */
  Successors now() {
    return successors(operations.get(KEY));
  }

  /**
   * From now on the one unit stands for the other, unless it stands for a third one already, or the
   * other for it.
   *
   * @return for whom it stands now; null where it would stand for itself in the end
   */
  @Nullable Move mark(String unit, Move move) {
    Item item = operations.get(KEY);
    for (int tries = 0; tries < TRIES; tries++) {
      Successors units = successors(item);
      Move there = units.moves().get(unit);
      if (there != null || units.of(move.to()).equals(unit)) {
        return there;
      }
      Outcome outcome = operations.write(update(item, unit, move));
      if (outcome.written()) {
        return move;
      }
      item = outcome.item();
    }
    throw new IllegalStateException("Too many units are transferred at once");
  }

  /** Units are few, and transferred one after the other: one version for all of them. */
  private static Update update(Item item, String unit, Move move) {
    Map<String, Object> units = new HashMap<>(item.map("units").attributes());
    units.put(unit, Map.of("to", move.to(), "transfer", move.transfer(), "reason", move.reason()));
    Update update = Update.of(KEY).set("units", units).add("version", 1);
    return item.isEmpty()
        ? update.ifAbsent("id")
        : update.ifEquals("version", item.number("version"));
  }

  private static Successors successors(Item item) {
    Item units = item.map("units");
    Map<String, Move> moves = new HashMap<>();
    units.attributes().keySet().forEach(unit -> moves.put(unit, move(units.map(unit))));
    return new Successors(moves);
  }

  private static Move move(Item item) {
    return new Move(item.text("to"), item.text("transfer"), item.text("reason"));
  }
}
