package dev.hoso.dossiers.opendata;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of the open data. A count of 1 to 4 is left out, since it could be about somebody whom its
 * reader knows; so is what would give it away: how many were on time where how many were late is
 * left out, and the other way round.
 *
 * @param received null where it is left out, as the others
 */
record Row(
    Cell cell,
    @Nullable Integer received,
    @Nullable Integer decided,
    @Nullable Integer onTime,
    @Nullable Integer late) {
  /** The fewest that are told (k-anonymity). */
  static final int FEWEST = 5;

  static final List<String> COLUMNS =
      List.of("day", "procedure", "unit", "received", "decided", "onTime", "late");

  static Row of(Cell cell, int received, int decided, int onTime, int late) {
    // Those for which no time was promised are the rest: three numbers of which two tell the third.
    int untimed = decided - onTime - late;
    boolean parts = Stream.of(decided, onTime, late, untimed).allMatch(Row::told);
    return new Row(
        cell,
        told(received) ? received : null,
        told(decided) ? decided : null,
        parts ? onTime : null,
        parts ? late : null);
  }

  private static boolean told(int count) {
    return count == 0 || count >= FEWEST;
  }

  List<@Nullable Integer> counts() {
    return Arrays.asList(received, decided, onTime, late);
  }

  /** Whether it tells of anybody; a line of blanks alone would tell that there was somebody. */
  boolean tells() {
    return counts().stream().filter(Objects::nonNull).anyMatch(count -> count > 0);
  }
}
