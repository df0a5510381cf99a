package dev.hoso.dossiers;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Fault;

/** What a dossier answers to a command. */
public sealed interface Decision {
  /** The dossier becomes this, if it is still what was decided on. */
  record Changed(Dossier dossier) implements Decision {}

  /** What was asked for is so already. */
  record Unchanged(Dossier dossier) implements Decision {}

  /** The second status does not follow the first. */
  record NotAllowed(DossierStatus from, DossierStatus to) implements Decision {}

  /** What was sent does not fit the dossier. */
  record Faulty(Fault fault) implements Decision {}

  /** The applicant's data was erased, and with it the case is over. */
  record Erased() implements Decision {}

  /** It cannot be rated, or its rating has no such text. */
  record NotRatable(Why why) implements Decision {
    /** Why not. */
    public enum Why {
      /** There is no result yet. */
      NO_RESULT,
      /** It was rated more than a week ago. */
      OVER,
      /** No words came with the rating, or there is none. */
      NO_TEXT,
      /** The applicant has changed the rating since it was read. */
      OTHER_TEXT
    }
  }

  /** There is no such dossier. */
  record Unknown() implements Decision {}

  /** The sender's condition does not hold (RFC 9110, section 13). */
  record Stale() implements Decision {}
}
