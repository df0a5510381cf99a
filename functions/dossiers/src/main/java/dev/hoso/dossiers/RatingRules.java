package dev.hoso.dossiers;

import dev.hoso.core.DossierStatus;
import dev.hoso.dossiers.Command.Moderate;
import dev.hoso.dossiers.Decision.NotRatable;
import dev.hoso.dossiers.Rating.Moderation;
import java.time.Instant;
import java.util.function.Function;

/**
 * When an applicant may rate: after the result, once, and for a week they may change it. Pure.
 *
 * @param settled how a changed dossier becomes its next version
 */
record RatingRules(Function<Dossier, Decision> settled) {
  Decision rate(Dossier now, Rating rating) {
    if (now.erased()) {
      return new Decision.Erased();
    }
    if (!hasResult(now)) {
      return new NotRatable(NotRatable.Why.NO_RESULT);
    }
    Rating before = now.facts().rating();
    if (before == null) {
      return settled.apply(now.facts(now.facts().with(rating)));
    }
    if (rating.says(before)) {
      return new Decision.Unchanged(now);
    }
    return rating.at().isAfter(before.changeableUntil())
        ? new NotRatable(NotRatable.Why.OVER)
        : settled.apply(now.facts(now.facts().with(rating.inPlaceOf(before))));
  }

  /** Only the text that was read is decided on: another one may have taken its place since. */
  Decision moderate(Dossier now, Moderate asked, Instant time) {
    Rating rating = now.facts().rating();
    Moderation before = rating == null ? null : rating.moderation();
    if (rating == null || before == null) {
      return new NotRatable(NotRatable.Why.NO_TEXT);
    }
    if (!rating.at().equals(asked.ratedAt())) {
      return new NotRatable(NotRatable.Why.OTHER_TEXT);
    }
    return before.state() == asked.state()
        ? new Decision.Unchanged(now)
        : settled.apply(
            now.facts(
                now.facts()
                    .with(rating.moderated(new Moderation(asked.state(), asked.by(), time)))));
  }

  /** The administration is done with it, or a result went out already. */
  private static boolean hasResult(Dossier dossier) {
    return dossier.status() == DossierStatus.DONE
        || dossier.status() == DossierStatus.RETURNED
        || dossier.results().values().stream().anyMatch(Result::wentOut);
  }
}
