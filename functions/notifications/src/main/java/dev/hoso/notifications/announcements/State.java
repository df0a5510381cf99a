package dev.hoso.notifications.announcements;

import java.util.Arrays;

/** Where an announcement is. */
public enum State {
  /** Its list is not there yet: seen from it not being read, and kept as running. */
  WAITING("waiting"),
  /** Its list is read, and what was read is sent. */
  RUNNING("running"),
  /** Nothing is read or sent until somebody says so. */
  PAUSED("paused"),
  /** Nothing more is sent. */
  CANCELLED("cancelled"),
  /** All of the list was read, and nothing waits any more. */
  DONE("done"),
  /** Its list cannot be read. */
  FAILED("failed");

  private final String code;

  State(String code) {
    this.code = code;
  }

  /** The word in JSON. */
  public String code() {
    return code;
  }

  /** The word in the table. */
  String kept() {
    return this == WAITING ? RUNNING.code : code;
  }

  static State of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst().orElseThrow();
  }
}
