package dev.hoso.results;

/** What a result answers to a command. */
public sealed interface Decision {
  /** The result as it is from now on. */
  Result result();

  /** It becomes this, if it is still what was decided on. */
  record Changed(Result result) implements Decision {}

  /** It is so already, or what was decided elsewhere came first. */
  record Unchanged(Result result) implements Decision {}

  /** It cannot be done with a result that stands where this one does. */
  record NotAllowed(Result result) implements Decision {}
}
