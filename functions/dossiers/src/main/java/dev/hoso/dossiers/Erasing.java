package dev.hoso.dossiers;

import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import java.time.Instant;

/**
 * Erasing an applicant's data at their request (xoá dữ liệu cá nhân, Law 91/2025/QH15): name,
 * contacts, and what officers and the applicant wrote in their own words, which may name a person.
 * What was decided, paid and issued stays: it is the administration's own record, and names nobody.
 *
 * <p>The digest of the registration goes too, since whoever guesses the data could confirm the
 * guess by it. So an erased dossier does not know a repetition of its registration, and takes none:
 * the officer's system that sends it once more would bring back what was erased.
 */
record Erasing(Catalogue catalogue) {
  /** The dossier as it is kept from now on; one that was erased stays so whatever comes. */
  Dossier erased(Dossier dossier, Instant time) {
    Filing filing = dossier.filing();
    Rating rating = dossier.facts().rating();
    Facts plain =
        dossier
            .facts()
            .eachResult(result -> result.erased(title(filing)))
            .with(rating == null ? null : rating.wordless());
    return dossier.erased(
        filing.applicant(filing.applicant().erased()), dossier.standing().wordless(), plain, time);
  }

  /** What a result is called where nobody called it otherwise. */
  private String title(Filing filing) {
    return catalogue
        .procedure(filing.procedure())
        .map(Procedure::name)
        .map(name -> name.vi())
        .orElse(filing.procedure());
  }
}
