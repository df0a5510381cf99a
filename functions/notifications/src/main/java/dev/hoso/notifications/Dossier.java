package dev.hoso.notifications;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell of a dossier, read from an image of its item.
 *
 * @param statusVersion the dossier's version at which it came into this status
 * @param dueAt null where the procedure's time is not known
 * @param dueProvisional whether a year without its holidays notice may still move {@code dueAt}
 * @param payments by gateway and reference, {@code vnpay/TT1}
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
    Instant receivedAt,
    @Nullable Instant dueAt,
    boolean dueProvisional,
    Map<String, Payment> payments) {
  public Dossier {
    payments = Map.copyOf(payments);
  }

  /** Null where there is no dossier. */
  static @Nullable Dossier of(Item item) {
    return item.isEmpty() ? null : read(item);
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
        item.time("receivedAt"),
        item.timeOrNull("dueAt"),
        item.flag("dueProvisional"),
        payments(item.map("payments")));
  }

  private static Map<String, Payment> payments(Item map) {
    Map<String, Payment> payments = new TreeMap<>();
    map.attributes().keySet().forEach(key -> payments.put(key, Payment.of(map.map(key))));
    return payments;
  }
}
