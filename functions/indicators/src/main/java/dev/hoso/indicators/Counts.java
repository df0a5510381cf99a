package dev.hoso.indicators;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongBinaryOperator;

/**
 * How much of each measure; what is not there is 0, and nothing is kept as 0.
 *
 * @param all by {@link Measure#code} or {@link Measure#of}
 */
public record Counts(SortedMap<String, Long> all) {
  public static final Counts NONE = new Counts(new TreeMap<>());

  public Counts {
    SortedMap<String, Long> kept = new TreeMap<>(all);
    kept.values().removeIf(count -> count == 0);
    all = java.util.Collections.unmodifiableSortedMap(kept);
  }

  public static Counts of(Map<String, Long> all) {
    return new Counts(new TreeMap<>(all));
  }

  public long of(Measure measure) {
    return all.getOrDefault(measure.code(), 0L);
  }

  /** Of one gateway or channel. */
  public long of(Measure measure, String part) {
    return all.getOrDefault(measure.of(part), 0L);
  }

  /** Of each gateway or channel that has any. */
  public SortedMap<String, Long> byPart(Measure measure) {
    SortedMap<String, Long> parts = new TreeMap<>();
    String prefix = measure.of("");
    all.tailMap(prefix)
        .forEach(
            (code, count) -> {
              if (code.startsWith(prefix)) {
                parts.put(code.substring(prefix.length()), count);
              }
            });
    return parts;
  }

  public Counts plus(Counts other) {
    return merged(other, Long::sum);
  }

  public Counts minus(Counts other) {
    return merged(other, (ours, theirs) -> ours - theirs);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  private Counts merged(Counts other, LongBinaryOperator how) {
    SortedMap<String, Long> merged = new TreeMap<>(all);
    other.all.forEach(
        (code, count) -> merged.put(code, how.applyAsLong(merged.getOrDefault(code, 0L), count)));
    return new Counts(merged);
  }
}
