package dev.hoso.indicators;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What is open, and for how long the overdue part of it has been so.
 *
 * @param overdue by age; together they are {@link Open#overdue}
 */
public record Aged(Open open, Map<Age, Long> overdue) {
  public static final Aged NONE = new Aged(Open.NONE, Map.of());

  public Aged {
    Map<Age, Long> all = new EnumMap<>(Age.class);
    all.putAll(overdue);
    overdue = Collections.unmodifiableMap(all);
  }

  static Aged overdue(long count, Age age) {
    return new Aged(new Open(0, count, 0, 0, 0), Map.of(age, count));
  }

  public long of(Age age) {
    return overdue.getOrDefault(age, 0L);
  }

  public Aged plus(Aged other) {
    Map<Age, Long> all = new EnumMap<>(Age.class);
    all.putAll(overdue);
    other.overdue.forEach((age, count) -> all.merge(age, count, Long::sum));
    return new Aged(open.plus(other.open), all);
  }
}
