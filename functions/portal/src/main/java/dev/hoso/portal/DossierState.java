package dev.hoso.portal;

import dev.hoso.core.PortalPlace;
import dev.hoso.core.dynamo.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as it was at one moment, with what is kept of its way to the portal. The attributes
 * {@code portalDue}, {@code portalClaim}, {@code portalTries}, {@code portalVersion} and {@code
 * portalSent} are written by this function alone, the others by the dossiers' own changes too.
 *
 * @param item of the table Dossiers
 */
record DossierState(Item item) {
  static final String DUE = "portalDue";
  static final String CLAIM = "portalClaim";
  static final String TRIES = "portalTries";
  static final String VERSION = "portalVersion";
  static final String SENT = "portalSent";
  static final String DAY = "portalDay";

  String code() {
    return item.text("code");
  }

  /** The version that the portal is to have. */
  long wanted() {
    return item.number(PortalPlace.WANTED);
  }

  /**
   * Whether the portal had all of some state of it, and it is counted among those that it knows.
   */
  boolean known() {
    return item.has(PortalPlace.KNOWN);
  }

  /** The digest of what the portal last took in of it; null where it took nothing in. */
  @Nullable String sent() {
    return item.textOrNull(SENT);
  }

  /** How often it was tried since it was last taken in, this time included. */
  long tries() {
    return item.numberOr(TRIES, 0);
  }

  /** Whether its applicant's data was erased at their request: it is told in steps alone. */
  boolean erased() {
    return item.has("erasedAt");
  }

  /** The statuses that the portal was not told of yet, in order. */
  List<Step> steps() {
    return item.list(PortalPlace.STEPS).stream().map(Step::of).toList();
  }

  PortalPlace waiting() {
    return known() ? PortalPlace.AGAIN : PortalPlace.FIRST;
  }

  PortalPlace refused() {
    return known() ? PortalPlace.AGAIN_REFUSED : PortalPlace.FIRST_REFUSED;
  }
}
