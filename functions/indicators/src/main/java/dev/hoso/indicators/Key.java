package dev.hoso.indicators;

import dev.hoso.core.dynamo.Item;
import java.util.Map;
import java.util.Optional;

/** Where counters lie, without their lane. */
record Key(String id, String at) implements Comparable<Key> {
  /** Where the counters of an item lie; empty for an item without counters. */
  static Optional<Key> laned(Item item) {
    String id = item.text("id");
    String at = item.text("at");
    boolean counters = Layout.counters(id);
    return counters
        ? Optional.of(new Key(id, at.substring(0, at.lastIndexOf(' '))))
        : Optional.empty();
  }

  /** The key of the item of one lane. */
  Map<String, String> lane(int lane) {
    return Map.of("id", id, "at", at + " " + lane);
  }

  @Override
  public int compareTo(Key other) {
    int byId = id.compareTo(other.id);
    return byId == 0 ? at.compareTo(other.at) : byId;
  }
}
