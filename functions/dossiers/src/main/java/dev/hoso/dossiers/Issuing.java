package dev.hoso.dossiers;

import dev.hoso.core.DossierStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an electronic result goes out, and what that does to the dossier. Looked at after every
 * change of a dossier, whatever changed, so a payment before the result and a result before the
 * payment end the same.
 *
 * <ul>
 *   <li>A sealed result is issued (trả) as soon as the dossier is received (2), processed (4) or
 *       done (9, 10) and the {@link FeeCondition fee} does not stand in the way. Until then it
 *       waits: for the fee (also in 6), for papers (5), or for the dossier itself (1, 3, 7, 8).
 *   <li>An issued result ends the work: the dossier is done (9).
 *   <li>A result that corrects another one supersedes it when it goes out; both name each other.
 *       Where the two of them waited, both go out in the same moment, the first one superseded.
 *   <li>Once somebody has fetched a good result, and no other waits, the dossier is returned (10).
 *   <li>What went out is out: money that goes back later, or another status, takes no result back.
 *       Only a revocation does, and that is for good.
 * </ul>
 */
record Issuing(FeeCondition fee) {
  /** The dossier with all that follows from how it stands. */
  Dossier follow(Dossier dossier, Instant time) {
    Dossier decided = dossier.facts(superseded(released(dossier, time)));
    return returned(goesOut(dossier, decided) ? done(decided, time) : decided);
  }

  private Facts released(Dossier dossier, Instant time) {
    String waitsFor = waitsFor(dossier);
    return dossier
        .facts()
        .eachResult(
            result -> {
              if (!result.waits()) {
                return result;
              }
              return waitsFor == null ? result.issued(time) : result.waitingFor(waitsFor);
            });
  }

  /** What stands in the way; null where nothing does. */
  private @Nullable String waitsFor(Dossier dossier) {
    return switch (dossier.status()) {
      case RECEIVED, PROCESSING, DONE, RETURNED -> fee.holds(dossier) ? null : "fee";
      case FEE_DUE -> "fee";
      case SUPPLEMENT_ASKED -> "documents";
      case REGISTERED, REFUSED, WITHDRAWN, STOPPED -> "dossier";
    };
  }

  /** Of several that correct one result the last counts, in whatever order they were reported. */
  private static Facts superseded(Facts facts) {
    return facts.eachResult(
        result ->
            (result.waits() || result.refused())
                ? result
                : successor(result, facts).map(result::supersededBy).orElse(result));
  }

  private static Optional<Result> successor(Result result, Facts facts) {
    return facts.results().values().stream()
        .filter(other -> result.number().equals(other.replaces()) && other.wentOut())
        .max(Comparator.comparingInt(Result::ordinal));
  }

  private static boolean goesOut(Dossier before, Dossier after) {
    return before.results().values().stream()
        .filter(Result::waits)
        .map(waiting -> after.results().getOrDefault(waiting.number(), waiting))
        .anyMatch(Result::issued);
  }

  private static Dossier done(Dossier dossier, Instant time) {
    return Transitions.allowed(dossier.status(), DossierStatus.DONE)
        ? Progress.enter(dossier, DossierStatus.DONE, Progress.later(dossier, time), null)
        : dossier;
  }

  private static Dossier returned(Dossier dossier) {
    Optional<Instant> fetchedAt =
        dossier.results().values().stream()
            .filter(Result::issued)
            .map(Result::handedOutAt)
            .filter(Objects::nonNull)
            .min(Comparator.naturalOrder());
    boolean over =
        dossier.status() == DossierStatus.DONE
            && dossier.results().values().stream().noneMatch(Result::waits);
    return over
        ? fetchedAt
            .map(at -> Progress.later(dossier, at))
            .map(at -> Progress.enter(dossier, DossierStatus.RETURNED, at, null))
            .orElse(dossier)
        : dossier;
  }
}
