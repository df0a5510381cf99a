package dev.hoso.citizen.verify;

/**
 * The form that asks which result is to be verified.
 *
 * @param typed what somebody typed as its id
 * @param trouble why the form is shown again
 */
public record VerifyForm(String typed, Trouble trouble) {
  /** What was wrong with what was sent. */
  public enum Trouble {
    NONE,
    /** The check digit says that it cannot be an id. */
    MISTYPED,
    /** It is an id, and of nothing. */
    UNKNOWN,
    /** It is no SHA-256. */
    NO_HASH,
    /** No document has that SHA-256. */
    UNKNOWN_FILE;

    /** Whether it lies with the id. */
    public boolean ofId() {
      return this == MISTYPED || this == UNKNOWN;
    }
  }

  public boolean is(Trouble other) {
    return trouble == other;
  }
}
