package dev.hoso.notifications;

import java.util.Arrays;
import java.util.List;

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

  /**
   * The word under which its messages are owed; all of one word are sent before any of the next.
   */
  String owed() {
    return switch (this) {
      case CODE, PAYMENT, RESULT, PROGRESS -> "message";
      case REMINDER -> "message-reminder";
      case ANNOUNCEMENT -> "message-announcement";
    };
  }

  /** All those words, in the order in which they are sent. */
  static List<String> allOwed() {
    return Arrays.stream(values()).map(Kind::owed).distinct().toList();
  }
}
