package dev.hoso.indicators;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that one dossier or message counts for, as it stands. Two of them may be subtracted, and that
 * is what a change of the dossier adds to the counters: whatever lay between does not matter.
 *
 * @param source what counts: {@code dossier <code>} or {@code message <id>}
 * @param version of what counts; a higher one is newer
 * @param role who answers for it; null where nobody is named
 * @param counts by day; days without any are left out
 * @param open as what it is counted while it is open; null where it is not
 */
record Contribution(
    String source,
    long version,
    Cell cell,
    @Nullable String role,
    SortedMap<LocalDate, Counts> counts,
    @Nullable Bucket open) {
  Contribution {
    SortedMap<LocalDate, Counts> kept = new TreeMap<>(counts);
    kept.values().removeIf(Counts::isEmpty);
    counts = java.util.Collections.unmodifiableSortedMap(kept);
  }

  /** What counts for nothing yet. */
  static Contribution nothing(String source, Cell cell) {
    return new Contribution(source, -1, cell, null, new TreeMap<>(), null);
  }

  /** Whether both count for the same, whatever their versions. */
  boolean sameCounts(Contribution other) {
    return cell.equals(other.cell)
        && counts.equals(other.counts)
        && java.util.Objects.equals(open, other.open);
  }

  /** What the counters must change by when this takes the place of another one. */
  Map<Key, Counts> since(Contribution before) {
    Map<Key, Counts> changes = new TreeMap<>();
    Layout.of(this).forEach((key, counts) -> changes.merge(key, counts, Counts::plus));
    Layout.of(before)
        .forEach((key, counts) -> changes.merge(key, Counts.NONE.minus(counts), Counts::plus));
    changes.values().removeIf(Counts::isEmpty);
    return changes;
  }

  Contribution version(long other) {
    return new Contribution(source, other, cell, role, counts, open);
  }

  Contribution counting(SortedMap<LocalDate, Counts> other, @Nullable Bucket bucket) {
    return new Contribution(source, version, cell, role, other, bucket);
  }
}
