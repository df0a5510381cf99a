package dev.hoso.indicators;

import java.time.LocalDate;
import java.util.Optional;

/**
 * As what an open dossier is counted: by the day that it is promised for, or by why no day counts.
 *
 * @param name the day, {@code 2026-11-25}, or a word
 */
record Bucket(String name) {
  static final Bucket WAITING = new Bucket("waiting");
  static final Bucket UNPROMISED = new Bucket("unpromised");
  static final Bucket REGISTERED = new Bucket("registered");

  static Bucket due(LocalDate day) {
    return new Bucket(day.toString());
  }

  /** The promised day; empty where none counts. */
  Optional<LocalDate> day() {
    return Character.isDigit(name.charAt(0))
        ? Optional.of(LocalDate.parse(name))
        : Optional.empty();
  }
}
