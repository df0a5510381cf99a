package dev.hoso.results;

import java.util.List;

/** What can happen to a result. */
public sealed interface Command {
  /** Its document is made, or found good. */
  record Seal(Sealed sealed) implements Command {}

  /** What was sent cannot be issued. */
  record Refuse(List<Sealer.Reason> reasons) implements Command {
    public Refuse {
      reasons = List.copyOf(reasons);
    }
  }

  /** Do what the dossier decided. */
  record Follow(Decided decided) implements Command {}

  /** Nobody may rely on it any more. */
  record Revoke(String reason, String by) implements Command {}

  /** The applicant fetches it. */
  record HandOut() implements Command {}

  /** Its document is gone, because it was kept long enough. */
  record DeleteDocument() implements Command {}

  /**
   * Everything personal goes, at the applicant's request.
   *
   * @param title what the result is called from now on: nobody's name is in it
   */
  record Erase(String title) implements Command {}
}
