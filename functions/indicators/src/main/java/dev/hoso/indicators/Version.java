package dev.hoso.indicators;

import java.util.Comparator;

/**
 * Which state of a dossier or message something was read from: a higher one is newer.
 *
 * @param own goes up with every change by its owner
 * @param portal goes up with what the national portal took, which raises no version of the dossier
 */
record Version(long own, long portal) implements Comparable<Version> {
  /** Before anything was counted. */
  static final Version NONE = new Version(-1, -1);

  private static final Comparator<Version> ORDER =
      Comparator.comparingLong(Version::own).thenComparingLong(Version::portal);

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }
}
