package dev.hoso.dossiers.imports;

import java.util.Arrays;
import java.util.Locale;

/** Where an import is. */
public enum State {
  /** Its file is not there yet. */
  WAITING,
  /** Its file is read. */
  RUNNING,
  /** Nothing is read until somebody says so. */
  PAUSED,
  /** Nothing more is read; what was taken over stays. */
  CANCELLED,
  /** All of the file was read. */
  DONE,
  /** Its file cannot be read. */
  FAILED;

  /** The word in JSON and in the table. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static State of(String code) {
    return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst().orElseThrow();
  }
}
