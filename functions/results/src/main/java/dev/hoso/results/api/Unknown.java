package dev.hoso.results.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Refused;
import dev.hoso.core.ResultNumber;

/** Refusals of what names nothing that is there. */
final class Unknown {
  private Unknown() {}

  static Refused dossier(DossierCode code) {
    return new Refused(
        404, "unknown-dossier", "The dossier " + code + " is not registered. Register it first.");
  }

  static Refused result(ResultNumber number) {
    return new Refused(404, "unknown-result", "There is no result " + number + ".");
  }
}
