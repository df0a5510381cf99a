package dev.hoso.portal.protocol;

/** What the portal said of one dossier that it was sent. */
public sealed interface Verdict {
  /** It has it now. */
  record Accepted() implements Verdict {}

  /**
   * It does not take it as it is.
   *
   * @param words the portal's own
   * @param alone whether they are about this dossier; else about all that were sent together
   */
  record Refused(String words, boolean alone) implements Verdict {}
}
