package dev.hoso.portal.protocol;

import dev.hoso.core.Log;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The portal's session, and the token of the exchange platform (LGSP) where there is one before it:
 * opened when first needed, shared by all who call, and renewed once it is over.
 */
final class Session {
  /**
   * What a call is let in by.
   *
   * @param token null where no platform is before the portal
   */
  record Pass(String session, @Nullable String token) {}

  private final Supplier<Pass> door;
  private @Nullable Pass pass;

  /**
   * A session that is not open yet.
   *
   * @param door logs in
   */
  Session(Supplier<Pass> door) {
    this.door = door;
  }

  /** The pass that is valid, as far as is known. Of many who need one, one logs in. */
  synchronized Pass pass() {
    Pass known = pass;
    if (known == null) {
      known = door.get();
      pass = known;
      Log.info("portalSession", Map.of());
    }
    return known;
  }

  /** This one is valid no more; who has a newer one meanwhile keeps it. */
  synchronized void over(Pass old) {
    if (old.equals(pass)) {
      pass = null;
    }
  }
}
