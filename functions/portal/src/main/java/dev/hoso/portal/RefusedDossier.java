package dev.hoso.portal;

import dev.hoso.core.PortalPlace;
import dev.hoso.core.Time;
import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A dossier that the portal does not take in as it is.
 *
 * @param since since when the portal is to have this state
 * @param words why, in the portal's own words
 */
@Json
public record RefusedDossier(
    String dossier, String unit, String procedure, long version, String since, String words) {

  /** Those that were refused longest. */
  @Json
  public record Page(long refused, List<RefusedDossier> dossiers) {}

  static RefusedDossier of(DossierState state) {
    return new RefusedDossier(
        state.code(),
        state.item().text("unit"),
        state.item().text("procedure"),
        state.wanted(),
        Time.text(state.item().time(PortalPlace.SINCE)),
        state.item().text(PortalPlace.REFUSED));
  }
}
