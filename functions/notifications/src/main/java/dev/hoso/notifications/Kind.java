package dev.hoso.notifications;

import java.util.Arrays;

/** What sort of message it is: what a person can opt out of, and who goes before whom. */
public enum Kind {
  /** Somebody waits for it in front of a page. */
  CODE("code"),
  /** Money that came, did not come, or went back. */
  PAYMENT("payment"),
  /** A result that is there, or counts no more. */
  RESULT("result"),
  /** How the dossier goes on. */
  PROGRESS("progress"),
  /** What the person has not done yet. */
  REMINDER("reminder"),
  /** One text to many. */
  ANNOUNCEMENT("announcement");

  private final String code;

  Kind(String code) {
    this.code = code;
  }

  /** The word in files, JSON and the table. */
  public String code() {
    return code;
  }

  /** The kind of a word. */
  static Kind of(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst().orElseThrow();
  }
}
