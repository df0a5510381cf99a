package dev.hoso.payments.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.FilingChannel;
import dev.hoso.core.Language;
import dev.hoso.core.Refused;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dossiers, of which payments only read what a fee depends on. */
final class Dossiers {
  /**
   * What a fee depends on.
   *
   * @param receivedOn the day in Vietnam whose fees apply
   * @param language the applicant's
   */
  record Dossier(
      DossierCode code,
      String procedure,
      String unit,
      DossierStatus status,
      FilingChannel channel,
      LocalDate receivedOn,
      Language language) {}

  private final Table table;

  Dossiers(Table table) {
    this.table = table;
  }

  /**
   * A dossier.
   *
   * @throws Refused where it is not registered
   */
  Dossier get(DossierCode code) {
    Item item = table.get(Map.of("code", code.value()));
    if (item.isEmpty()) {
      throw new Refused(
          404, "unknown-dossier", "The dossier " + code + " is not registered. Register it first.");
    }
    return new Dossier(
        code,
        item.text("procedure"),
        item.text("unit"),
        DossierStatus.of("status", (int) item.number("status")),
        FilingChannel.parse("channel", item.text("channel")),
        receivedOn(code, item.timeOrNull("receivedAt")),
        Language.parse("language", item.map("applicant").textOrNull("language")));
  }

  /** A dossier that is not received yet has the day that its code names. */
  private static LocalDate receivedOn(DossierCode code, @Nullable Instant receivedAt) {
    return receivedAt == null ? code.receivedOn() : Time.day(receivedAt);
  }
}
