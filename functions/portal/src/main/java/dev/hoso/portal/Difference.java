package dev.hoso.portal;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * A dossier that the portal does not have as it took it in.
 *
 * @param what {@code missing}: it has nothing of it; {@code different}: these fields differ
 * @param fields by the portal's names; what is in them is in no report
 * @param repaired whether it is sent anew; it is not where it was sent anew meanwhile anyway
 */
@Json
public record Difference(String dossier, String what, List<String> fields, boolean repaired) {
  static final String MISSING = "missing";
  static final String DIFFERENT = "different";
}
