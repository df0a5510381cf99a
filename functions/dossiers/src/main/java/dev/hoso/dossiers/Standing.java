package dev.hoso.dossiers;

import dev.hoso.core.DossierStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the dossier stands, since when and why.
 *
 * @param version the dossier's version at which this status was entered: two visits to one status
 *     are two facts
 * @param reason what the officer wrote, for the citizen; may be null
 * @param resumesTo the status to go on to when the fee is paid; null where no fee is waited for
 * @param through the status that was entered first in the same change, and led on at once (a result
 *     that waited went out); null where none was
 */
public record Standing(
    DossierStatus status,
    Instant at,
    long version,
    @Nullable String reason,
    @Nullable DossierStatus resumesTo,
    @Nullable DossierStatus through) {

  Standing wordless() {
    return new Standing(status, at, version, null, resumesTo, through);
  }

  /** The status that whatever made this version of the dossier asked for; null: by an older one. */
  @Nullable DossierStatus askedFor(long atVersion) {
    if (version != atVersion) {
      return null;
    }
    return through == null ? status : through;
  }
}
