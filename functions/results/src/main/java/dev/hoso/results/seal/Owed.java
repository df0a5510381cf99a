package dev.hoso.results.seal;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Log;
import dev.hoso.core.ResultNumber;
import dev.hoso.core.dynamo.Item;
import dev.hoso.results.Erasure;
import dev.hoso.results.Result;
import dev.hoso.results.ResultRules;
import dev.hoso.results.ResultStatus;
import dev.hoso.results.Results;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what is still to happen to results. Each is put off before it is touched, so that one that
 * fails, or kills whoever touches it, holds back no other.
 */
final class Owed {
  private static final int PORTION = 100;

  private final Results results;
  private final Sealing sealing;
  private final Erasing erasing;
  private final FollowUp followUp;
  private final InstantSource clock;

  Owed(Results results, Sealing sealing, Erasing erasing, FollowUp followUp, InstantSource clock) {
    this.results = results;
    this.sealing = sealing;
    this.erasing = erasing;
    this.followUp = followUp;
    this.clock = clock;
  }

  /** What became of one that was due. */
  private enum Outcome {
    DONE,
    FAILED,
    /** It is not due any more; the index follows its table. */
    PAST
  }

  /**
   * Goes on until nothing is due or the time is over.
   *
   * @return how many could not be done, or were not come to
   */
  int run(BooleanSupplier hasTime) {
    int left = 0;
    boolean progress = true;
    while (progress) {
      progress = false;
      List<Item> due = results.due(now(), PORTION);
      for (int n = 0; n < due.size(); n++) {
        if (!hasTime.getAsBoolean()) {
          return left + due.size() - n;
        }
        Outcome outcome = done(due.get(n));
        left += outcome == Outcome.FAILED ? 1 : 0;
        progress |= outcome == Outcome.DONE;
      }
    }
    return left;
  }

  private Outcome done(Item key) {
    try {
      boolean ours =
          Results.isErasure(key)
              ? erase(new DossierCode(key.text("dossier")))
              : lookAfter(number(key));
      return ours ? Outcome.DONE : Outcome.PAST;
    } catch (RuntimeException e) {
      Log.error("owedNotDone", Map.of("result", key.text("number")), e);
      return Outcome.FAILED;
    }
  }

  private static ResultNumber number(Item key) {
    return ResultNumber.parse("number", new DossierCode(key.text("dossier")), key.text("number"));
  }

  /** Whether it was due, and nobody else takes care of it. */
  private boolean lookAfter(ResultNumber number) {
    Instant time = now();
    Optional<Result> found = results.find(number).filter(it -> due(it.due(), time));
    if (found.isEmpty()) {
      return false;
    }
    Result result = found.get();
    Instant later = ResultRules.later(result.standing().at(), time);
    if (!results.look(result, later)) {
      return false;
    }
    if (result.status() == ResultStatus.RECEIVED) {
      sealing.finish(result.lookedAt(later));
    } else {
      followUp.look(result.lookedAt(later));
    }
    return true;
  }

  private boolean erase(DossierCode dossier) {
    Instant time = now();
    Optional<Erasure> found = results.erasure(dossier).filter(it -> due(it.due(), time));
    if (found.isEmpty()) {
      return false;
    }
    Erasure erasure = found.get();
    if (!results.look(erasure, ResultRules.later(erasure.requestedAt(), time))) {
      return false;
    }
    erasing.run(dossier);
    return true;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static boolean due(@Nullable Instant due, Instant time) {
    return due != null && !due.isAfter(time);
  }
}
