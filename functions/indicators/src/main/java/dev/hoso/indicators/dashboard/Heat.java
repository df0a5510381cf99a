package dev.hoso.indicators.dashboard;

import dev.hoso.indicators.Age;
import java.util.List;

/**
 * Units by what is overdue there and for how long. Shades are steps of a logarithm: a city's
 * largest unit would else leave all the others pale. The numbers stand in them, so none is told by
 * colour.
 *
 * @param rows the most overdue first
 * @param most in one cell
 */
public record Heat(List<Dashboard.Late> rows, long most) {
  private static final int SHADES = 4;

  static Heat of(List<Dashboard.Late> rows) {
    long most =
        rows.stream()
            .flatMap(row -> row.aged().overdue().values().stream())
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    return new Heat(rows, most);
  }

  public List<Age> ages() {
    return List.of(Age.values());
  }

  /** From 0 for none to 4 for the most. */
  public int shade(long count) {
    return count == 0
        ? 0
        : (int)
            Math.min(
                SHADES, Math.ceil(SHADES * Math.log1p((double) count) / Math.log1p((double) most)));
  }

  /** The first ones. */
  Heat first(int number) {
    return new Heat(rows.subList(0, Math.min(number, rows.size())), most);
  }
}
