package dev.hoso.results;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.ResultNumber;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The dossiers, which results only read: what they are about, and what they decided. */
public record Dossiers(Table table) {
  /**
   * What results need to know of a dossier.
   *
   * @param unit the code of the unit that answers for it, else of the one that took it in
   * @param decisions what it decided on its results, by their numbers
   */
  public record Dossier(
      DossierCode code, DossierStatus status, String procedure, String unit, Item decisions) {

    static Dossier read(Item item) {
      String responsible = item.map("responsible").textOrNull("unit");
      return new Dossier(
          new DossierCode(item.text("code")),
          DossierStatus.of("status", (int) item.number("status")),
          item.text("procedure"),
          responsible == null ? item.text("unit") : responsible,
          item.map("results"));
    }

    /** What it decided on a result. */
    public Decided decided(ResultNumber number) {
      Item decision = decisions.map(number.value());
      String status = decision.textOrNull("status");
      Instant issuedAt = decision.timeOrNull("issuedAt");
      String by = decision.textOrNull("supersededBy");
      if ("superseded".equals(status) && by != null) {
        return new Decided.Superseded(issuedAt, ResultNumber.parse("supersededBy", code, by));
      }
      return "issued".equals(status) && issuedAt != null
          ? new Decided.Issued(issuedAt)
          : new Decided.Waits(decision.textOrNull("waitsFor"));
    }
  }

  /** The dossier as it is now. */
  public Optional<Dossier> find(DossierCode code) {
    Item item = table.get(Map.of("code", code.value()));
    return item.isEmpty() ? Optional.empty() : Optional.of(Dossier.read(item));
  }
}
