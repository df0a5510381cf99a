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
   * Adds it to the change. What was refused waits again: it is another state now.
   *
   * @param version that the change makes
   * @param at when it is made
   * @param entered the statuses that the dossier came into by it, in order; mostly none
   */
  public static Update write(
      Update change, String dossier, long version, Instant at, List<DossierStatus> entered) {
    change
        .set(PortalPlace.WANTED, version)
        .setOr(PortalPlace.INDEX, PortalPlace.KNOWN, PortalPlace.FIRST.of(dossier))
        .setOnce(PortalPlace.SINCE, Time.sortable(at))
        .remove(PortalPlace.REFUSED);
    return entered.isEmpty()
        ? change
        : change.appendAll(
            PortalPlace.STEPS, entered.stream().map(status -> step(status, at)).toList());
  }

  private static Map<String, Object> step(DossierStatus status, Instant at) {
    return Map.of("status", status.code(), "at", Time.text(at));
  }
}
