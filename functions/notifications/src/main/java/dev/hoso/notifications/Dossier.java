package dev.hoso.notifications;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Language;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of a dossier, read from an image of its item.
 *
 * @param statusVersion the dossier's version at which it came into this status
 * @param takenOver whether it comes from an older system, and its applicant is not to be told how
 *     it stood there
 * @param receivedAt null before it is received
 * @param dueAt null where the procedure's time is not known
 * @param dueProvisional whether a year without its holidays notice may still move {@code dueAt}
 * @param erasedAt when the applicant's data was erased on request; null where it was not
 * @param payments by gateway and reference, {@code vnpay/TT1}
 * @param results by number
 */
public record Dossier(
    String code,
    String procedure,
    String unit,
    DossierStatus status,
    Instant statusAt,
    long statusVersion,
    @Nullable String statusReason,
    Applicant applicant,
    boolean takenOver,
    @Nullable Instant receivedAt,
    @Nullable Instant dueAt,
    boolean dueProvisional,
    @Nullable Instant erasedAt,
    Map<String, Payment> payments,
    Map<String, Result> results) {
  public Dossier {
    payments = Map.copyOf(payments);
    results = Map.copyOf(results);
  }

  /** Null where there is no dossier. */
  public static @Nullable Dossier of(Item item) {
    return item.isEmpty() ? null : read(item);
  }

  /** One that there is not, to rehearse with. */
  static Dossier nobodys() {
    return nobodys("H26.15-260101-0001", "01");
  }

  /** In whose name something is told that is no fact of a dossier. */
  static Dossier nobodys(String code, String unit) {
    return new Dossier(
        code,
        "1.001193",
        unit,
        DossierStatus.RECEIVED,
        Instant.EPOCH,
        1,
        null,
        new Applicant(null, null, null, Language.VI, false, null),
        false,
        Instant.EPOCH,
        null,
        false,
        null,
        Map.of(),
        Map.of());
  }

  private static Dossier read(Item item) {
    return new Dossier(
        item.text("code"),
        item.text("procedure"),
        item.text("unit"),
        DossierStatus.of("status", (int) item.number("status")),
        item.time("statusAt"),
        item.number("statusVersion"),
        item.textOrNull("statusReason"),
        Applicant.of(item.map("applicant")),
        item.has("imported") && !item.flag("tell"),
        item.timeOrNull("receivedAt"),
        item.timeOrNull("dueAt"),
        item.flag("dueProvisional"),
        item.timeOrNull("erasedAt"),
        each(item.map("payments"), Payment::of),
        each(item.map("results"), Result::of));
  }

  private static <T> Map<String, T> each(Item map, Function<Item, T> reader) {
    Map<String, T> all = new TreeMap<>();
    map.attributes().keySet().forEach(key -> all.put(key, reader.apply(map.map(key))));
    return all;
  }
}
