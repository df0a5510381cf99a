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

  /** There is no such dossier. */
  record Unknown() implements Decision {}

  /** The sender's condition does not hold (RFC 9110, section 13). */
  record Stale() implements Decision {}
}
