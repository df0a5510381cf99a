package dev.hoso.dossiers.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.Invalid;
import dev.hoso.core.Language;
import dev.hoso.core.Refused;
import dev.hoso.dossiers.Decision;
import dev.hoso.dossiers.Decision.Changed;
import dev.hoso.dossiers.Decision.Erased;
import dev.hoso.dossiers.Decision.Faulty;
import dev.hoso.dossiers.Decision.NotAllowed;
import dev.hoso.dossiers.Decision.NotRatable;
import dev.hoso.dossiers.Decision.Stale;
import dev.hoso.dossiers.Decision.Unchanged;
import dev.hoso.dossiers.Decision.Unknown;
import dev.hoso.dossiers.Dossier;
import dev.hoso.dossiers.Transitions;
import java.util.List;
import java.util.stream.Collectors;

/** What a decision is in HTTP: the dossier, or the problem. */
final class Answers {
  private Answers() {}

  /**
   * The dossier after the decision.
   *
   * @throws Refused where nothing was changed because it may not be
   * @throws Invalid where what was sent does not fit the dossier
   */
  static Dossier dossier(DossierCode code, Decision decision) {
    return switch (decision) {
      case Changed changed -> changed.dossier();
      case Unchanged unchanged -> unchanged.dossier();
      case Faulty faulty -> throw new Invalid(List.of(faulty.fault()));
      case NotAllowed refused -> throw notAllowed(refused);
      case Erased erased ->
          throw new Refused(
              409,
              "dossier-erased",
              "The applicant's data was erased at their request, and with it the case is over. What is"
                  + " asked for anew is a new dossier.");
      case NotRatable not -> throw notRatable(not);
      case Unknown unknown -> throw unknown(code);
      case Stale stale ->
          throw new Refused(
              412,
              "precondition-failed",
              "The dossier is not as If-Match or If-None-Match says. Read it, and decide again.");
    };
  }

  static Refused unknown(DossierCode code) {
    return new Refused(
        404, "unknown-dossier", "There is no dossier " + code + ". Register it with PUT.");
  }

  private static Refused notRatable(NotRatable not) {
    return switch (not.why()) {
      case NO_RESULT ->
          new Refused(409, "no-result", "The dossier can be rated when it has its result.");
      case OVER ->
          new Refused(409, "rating-closed", "A rating can be changed for a week, which is over.");
      case NO_TEXT ->
          new Refused(404, "no-rating-text", "No words came with a rating of this dossier.");
      case OTHER_TEXT ->
          new Refused(
              409,
              "rating-changed",
              "The applicant has changed the rating since. Read it again, and decide on that one.");
    };
  }

  private static Refused notAllowed(NotAllowed refused) {
    String allowed =
        Transitions.after(refused.from()).stream()
            .map(Answers::named)
            .collect(Collectors.joining(", "));
    return new Refused(
        409,
        "transition-not-allowed",
        "From status %s a dossier does not go to %s. %s"
            .formatted(
                named(refused.from()),
                named(refused.to()),
                allowed.isEmpty() ? "It has ended." : "Allowed: " + allowed + "."));
  }

  private static String named(DossierStatus status) {
    return status.code() + " (" + status.title().in(Language.EN) + ")";
  }
}
