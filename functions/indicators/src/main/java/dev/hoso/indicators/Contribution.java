package dev.hoso.indicators;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that one dossier or message counts for, as it stands. Two of them may be subtracted, and that
 * is what a change of the dossier adds to the counters: whatever lay between does not matter.
 *
 * @param source what counts: {@code dossier <code>} or {@code message <id>}
 * @param role who answers for it; null where nobody is named
 * @param counts by day; days without any are left out
 * @param open as what it is counted while it is open; null where it is not
 */
record Contribution(
    String source,
    Version version,
    Cell cell,
    @Nullable String role,
    SortedMap<LocalDate, Counts> counts,
    @Nullable Bucket open) {
  Contribution {
    SortedMap<LocalDate, Counts> kept = new TreeMap<>(counts);
    kept.values().removeIf(Counts::isEmpty);
    counts = Collections.unmodifiableSortedMap(kept);
  }

  /** What counts for nothing yet. */
  static Contribution nothing(String source, Cell cell) {
    return new Contribution(source, Version.NONE, cell, null, new TreeMap<>(), null);
  }

  boolean newerThan(Contribution other) {
    return version.compareTo(other.version) > 0;
  }

  /** Whether both count for the same, whatever their versions. */
  boolean countsAs(Contribution other) {
    return cell.equals(other.cell)
        && counts.equals(other.counts)
        && Objects.equals(open, other.open);
  }

  /** What the counters must change by when this takes the place of another one. */
  SortedMap<Key, Counts> since(Contribution before) {
    SortedMap<Key, Counts> changes = new TreeMap<>(Layout.of(this));
    Layout.of(before)
        .forEach((key, counts) -> changes.merge(key, Counts.NONE.minus(counts), Counts::plus));
    changes.values().removeIf(Counts::isEmpty);
    return changes;
  }

  /** The same counting for something else: a step on the way to another one. */
  Contribution counting(Cell where, SortedMap<LocalDate, Counts> byDay, @Nullable Bucket standing) {
    return new Contribution(source, version, where, role, byDay, standing);
  }
}
