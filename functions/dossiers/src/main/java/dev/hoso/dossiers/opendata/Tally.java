package dev.hoso.dossiers.opendata;

import org.jspecify.annotations.Nullable;

/** How many dossiers of a cell were received, decided, decided on time and decided late. */
final class Tally {
  private int received;
  private int decided;
  private int onTime;
  private int late;

  synchronized void addReceived() {
    received++;
  }

  /**
   * One was decided.
   *
   * @param inTime null where no time was promised
   */
  synchronized void addDecided(@Nullable Boolean inTime) {
    decided++;
    if (inTime != null) {
      onTime += inTime ? 1 : 0;
      late += inTime ? 0 : 1;
    }
  }

  synchronized Row row(Cell cell) {
    return Row.of(cell, received, decided, onTime, late);
  }
}
