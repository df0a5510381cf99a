package dev.hoso.dossiers;

import dev.hoso.core.DossierStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a dossier enters a status, once it is clear that it may. */
final class Progress {
  private Progress() {}

  /** The dossier in a new status, with what that does to its clock. */
  static Dossier enter(Dossier now, DossierStatus status, Instant at, @Nullable String reason) {
    DossierStatus resumesTo =
        status == DossierStatus.FEE_DUE ? Transitions.resumedFrom(now.status()) : null;
    long version = now.version() + 1;
    Standing standing =
        new Standing(status, at, version, reason, resumesTo, now.standing().askedFor(version));
    return now.standing(standing, received(now.filing(), status, at));
  }

  /** Where nobody said when it was received, it was when it first stood so. */
  static Filing received(Filing filing, DossierStatus status, Instant at) {
    boolean now = filing.receivedAt() == null && Transitions.received(status);
    return now ? filing.receivedAt(at) : filing;
  }

  /** Clocks of different systems differ; a status does not begin before the one that it ends. */
  static Instant later(Dossier now, Instant time) {
    return time.isBefore(now.standing().at()) ? now.standing().at() : time;
  }
}
