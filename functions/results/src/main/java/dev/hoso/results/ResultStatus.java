package dev.hoso.results;

import java.util.Arrays;

/** Where a result stands. */
public enum ResultStatus {
  /** It was sent and is still to be checked, or rendered and sealed. */
  RECEIVED("received"),
  /** It can be issued; its dossier decides when. */
  SEALED("sealed"),
  /** It is the applicant's. */
  ISSUED("issued"),
  /** A corrected one took its place. It was issued all the same, and can still be fetched. */
  SUPERSEDED("superseded"),
  /** It must not be relied on. Nothing leads out of here. */
  REVOKED("revoked"),
  /** What was sent cannot be issued. Nothing leads out of here. */
  REFUSED("refused");

  private final String code;

  ResultStatus(String code) {
    this.code = code;
  }

  /** The word in JSON and in the table. */
  public String code() {
    return code;
  }

  /**
   * The status of a stored word.
   *
   * @throws IllegalArgumentException for another word: nobody but us writes it
   */
  public static ResultStatus of(String code) {
    return Arrays.stream(values())
        .filter(status -> status.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No status of a result: " + code));
  }
}
