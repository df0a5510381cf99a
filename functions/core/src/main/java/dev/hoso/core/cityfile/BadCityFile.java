package dev.hoso.core.cityfile;

/**
 * A file of the catalogue or the calendar breaks a rule. The message names file, line, column and
 * rule, for whoever edits the file; nothing starts on half a catalogue.
 */
public final class BadCityFile extends RuntimeException {
  BadCityFile(String where, String rule) {
    super(where + ": " + rule);
  }

  BadCityFile(String where, Exception cause) {
    super(where + ": " + cause.getMessage(), cause);
  }
}
