package dev.hoso.dossiers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * By which keys the open dossiers of a unit are found: open is one in which something may still
 * happen. A unit has several keys, since one key of an index takes 1,000 writes a second, and an
 * import makes more. Nothing of them changes while a dossier stays open where it is, so its changes
 * write no index.
 */
public final class OpenIn {
  /** Of those that a unit received: {@code openIn}. */
  public static final String INDEX = "openIn";

  /** Of those that a unit works on for another: {@code workedOnIn}. */
  public static final String WORKED_ON = "workedOnIn";

  private static final int PARTS = 8;

  private OpenIn() {}

  static Map<String, @Nullable Object> attributes(Dossier dossier) {
    String unit = dossier.filing().unit();
    boolean open = !Transitions.after(dossier.status()).isEmpty();
    String elsewhere = elsewhere(unit, dossier.filing().responsible());
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put(INDEX, open ? key(unit, dossier) : null);
    all.put(WORKED_ON, (open && elsewhere != null) ? key(elsewhere, dossier) : null);
    return all;
  }

  private static @Nullable String elsewhere(String unit, @Nullable Responsible responsible) {
    if (responsible == null || responsible.unit().equals(unit)) {
      return null;
    }
    return responsible.unit();
  }

  /** All keys of a unit. */
  public static List<String> keys(String unit) {
    return IntStream.range(0, PARTS).mapToObj(part -> unit + "/" + part).toList();
  }

  private static String key(String unit, Dossier dossier) {
    return unit + "/" + Math.floorMod(dossier.code().value().hashCode(), PARTS);
  }
}
