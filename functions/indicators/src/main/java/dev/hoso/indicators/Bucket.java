package dev.hoso.indicators;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * As what an open dossier is counted: by the day that it is promised for, or by why no day counts.
 *
 * @param name the day, {@code 2026-11-25}, or a word
 * @param stopped since when the clock of a dossier stands that was overdue before; else null
 */
record Bucket(String name, @Nullable LocalDate stopped) {
  static final Bucket WAITING = new Bucket("waiting", null);
  static final Bucket UNPROMISED = new Bucket("unpromised", null);
  static final Bucket REGISTERED = new Bucket("registered", null);

  static Bucket due(LocalDate day) {
    return new Bucket(day.toString(), null);
  }

  static Bucket overdueWhenStopped(LocalDate due, LocalDate stopped) {
    return new Bucket(due.toString(), stopped);
  }

  /** The promised day; empty where none counts. */
  Optional<LocalDate> day() {
    return Character.isDigit(name.charAt(0))
        ? Optional.of(LocalDate.parse(name))
        : Optional.empty();
  }
}
