package dev.hoso.core;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a dossier stands in what the national portal does not have yet: the attribute and index
 * {@code portal}. A dossier that the portal has as it is, is not in it.
 *
 * <p>What waits is in several shares: one key of an index takes 1,000 writes a second, and 100
 * dossiers that are sent in a second, with the changes that come meanwhile, make as many.
 */
public enum PortalPlace {
  /** It waits, and the portal never had it. */
  FIRST("first", true),
  /** It waits, and the portal has an older state of it. */
  AGAIN("again", true),
  /** The portal refused it for good, and never had it. */
  FIRST_REFUSED("firstRefused", false),
  /** The portal refused this state of it, and has an older one. */
  AGAIN_REFUSED("againRefused", false);

  /** The index, and the attribute that is its key. */
  public static final String INDEX = "portal";

  /** Since when it waits: the index's sort key, as {@link Time#sortable} writes it. */
  public static final String SINCE = "portalSince";

  /** The version that the portal is to have. */
  public static final String WANTED = "portalWanted";

  /** The statuses that the portal was not told of yet, in order: {@code status}, {@code at}. */
  public static final String STEPS = "portalSteps";

  /** The share that it waits in once the portal has a state of it; not there before. */
  public static final String KNOWN = "portalKnown";

  /** Why the portal refused it, in the portal's own words. */
  public static final String REFUSED = "portalRefused";

  private static final int SHARES = 8;

  private final String code;
  private final boolean waiting;

  PortalPlace(String code, boolean waiting) {
    this.code = code;
    this.waiting = waiting;
  }

  /** The key of a dossier in this place: always the same one. */
  public String of(String dossier) {
    return waiting ? share(Math.floorMod(dossier.hashCode(), SHARES)) : code;
  }

  /** All keys of this place. */
  public List<String> keys() {
    return waiting ? IntStream.range(0, SHARES).mapToObj(this::share).toList() : List.of(code);
  }

  private String share(int number) {
    return code + "/" + number;
  }
}
