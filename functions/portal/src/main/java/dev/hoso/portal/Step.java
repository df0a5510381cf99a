package dev.hoso.portal;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;

/** A status that a dossier came into, and when. */
record Step(DossierStatus status, Instant at) {
  static Step of(Item step) {
    return new Step(DossierStatus.of("status", (int) step.number("status")), step.time("at"));
  }
}
