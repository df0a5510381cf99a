package dev.hoso.core;

import dev.hoso.core.dynamo.Update;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a change of a dossier leaves for the national portal, in the change's own write: the version
 * that the portal is to have, each status that was entered, and the place among those that wait.
 * The portal's function takes it from there and clears it.
 */
public final class PortalNews {
  private PortalNews() {}

  /**
   * Adds to a change that the portal is to have what it makes. What was refused waits again: it is
   * another state now.
   *
   * @param version that the change makes
   * @param at when it is made
   */
  public static void owed(Update change, String dossier, long version, Instant at) {
    change
        .set(PortalPlace.WANTED, version)
        .setOr(PortalPlace.INDEX, PortalPlace.KNOWN, PortalPlace.FIRST.of(dossier))
        .setOnce(PortalPlace.SINCE, Time.sortable(at))
        .remove(PortalPlace.REFUSED);
  }

  /** Adds to a change the statuses that the dossier came into by it, in order. */
  public static void entered(Update change, List<DossierStatus> statuses, Instant at) {
    change.appendAll(
        PortalPlace.STEPS,
        statuses.stream()
            .map(status -> Map.of("status", status.code(), "at", Time.text(at)))
            .toList());
  }
}
