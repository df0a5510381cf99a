package dev.hoso.portal.protocol;

/**
 * The portal was called, and nothing can be built on what came of it: no answer in time, one that
 * says "later", or something that is no answer. What it was sent may have been taken in all the
 * same.
 */
public final class PortalTrouble extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Trouble with the portal.
   *
   * @param why what was seen, or the portal's own code; never what a person typed
   */
  public PortalTrouble(String why) {
    super(why);
  }
}
