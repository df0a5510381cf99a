package dev.hoso.indicators;

import java.util.Map;

/** Where counters lie, without their lane. */
record Key(String id, String at) implements Comparable<Key> {
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
