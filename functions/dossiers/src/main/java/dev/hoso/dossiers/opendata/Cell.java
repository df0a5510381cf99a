package dev.hoso.dossiers.opendata;

import java.time.LocalDate;
import java.util.Comparator;

/** Of what dossiers are counted: one day's of a procedure at a unit. */
record Cell(LocalDate day, String procedure, String unit) implements Comparable<Cell> {
  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::day).thenComparing(Cell::procedure).thenComparing(Cell::unit);

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
