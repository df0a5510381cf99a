package dev.hoso.events;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The periods that subscribers want to hear again: one at a time for each. */
public record Replays(Table table) {
  private static final String KIND = "replay";

  /** Begins one; whether it did: another may be under way. */
  public boolean begin(String subscriber, Instant from, Instant to) {
    return table
        .write(
            Update.of(key(subscriber))
                .set("from", from)
                .set("to", to)
                .set("slot", 0)
                .ifAbsent("id"))
        .written();
  }

  public List<Replay> all() {
    return table.query("kind", KIND).stream().map(Replay::of).toList();
  }

  public Optional<Replay> find(String subscriber) {
    Item item = table.get(key(subscriber));
    return item.isEmpty() ? Optional.empty() : Optional.of(Replay.of(item));
  }

  /** Notes how far it is; what is noted twice repeats a portion, and that repeats nothing new. */
  public void note(Replay replay) {
    table.write(
        Update.of(key(replay.subscriber()))
            .set("slot", replay.slot())
            .set("after", replay.after())
            .ifPresent("from"));
  }

  public void remove(String subscriber) {
    table.delete(key(subscriber));
  }

  private static Map<String, String> key(String subscriber) {
    return Map.of("kind", KIND, "id", subscriber);
  }
}
