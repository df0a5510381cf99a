package dev.hoso.results.seal;

import dev.hoso.core.Log;
import dev.hoso.core.ResultNumber;
import dev.hoso.results.Command;
import dev.hoso.results.Decided;
import dev.hoso.results.Decision;
import dev.hoso.results.Documents;
import dev.hoso.results.Dossiers;
import dev.hoso.results.Dossiers.Dossier;
import dev.hoso.results.Result;
import dev.hoso.results.ResultRules;
import dev.hoso.results.ResultStatus;
import dev.hoso.results.Results;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings results to what their dossier decided, and deletes documents that were kept long enough.
 */
final class FollowUp {
  private final Results results;
  private final Dossiers dossiers;
  private final Documents documents;
  private final ResultRules rules;
  private final InstantSource clock;

  FollowUp(
      Results results,
      Dossiers dossiers,
      Documents documents,
      ResultRules rules,
      InstantSource clock) {
    this.results = results;
    this.dossiers = dossiers;
    this.documents = documents;
    this.rules = rules;
    this.clock = clock;
  }

  /** Looks after a result that is sealed or refused, until nothing more can happen to it. */
  void look(Result result) {
    Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Optional<Dossier> dossier = dossiers.find(result.number().dossier());
    Result now =
        dossier.map(it -> follow(result, it.decided(result.number()), time)).orElse(result);
    // A dossier that is gone decides nothing any more.
    if (now.status() == ResultStatus.SEALED && dossier.isPresent()) {
      return;
    }
    followReplaced(now, dossier, time);
    keepOrDelete(now, time);
  }

  private Result follow(Result result, Decided decided, Instant time) {
    return decided instanceof Decided.Waits
        ? result
        : decide(result.number(), new Command.Follow(decided), time);
  }

  private void followReplaced(Result now, Optional<Dossier> dossier, Instant time) {
    ResultNumber replaced = now.request().replaces();
    if (replaced == null) {
      return;
    }
    Decided decided = dossier.map(it -> it.decided(replaced)).orElseGet(() -> asItWasIssued(now));
    if (decided instanceof Decided.Superseded) {
      decide(replaced, new Command.Follow(decided), time);
    }
  }

  private static Decided asItWasIssued(Result now) {
    return now.history().issuedAt() == null
        ? new Decided.Waits(null)
        : new Decided.Superseded(null, now.number());
  }

  /** The document first: what is known to be gone must be gone. */
  private void keepOrDelete(Result now, Instant time) {
    @Nullable Instant until = rules.keptUntil(now);
    if (until == null || until.isAfter(time)) {
      results.look(now, until);
      return;
    }
    documents.deleteAll(now.request().result());
    decide(now.number(), new Command.DeleteDocument(), time);
  }

  private Result decide(ResultNumber number, Command command, Instant time) {
    Decision decision = results.change(number, now -> rules.decide(now, command, time));
    if (decision instanceof Decision.Changed changed) {
      Log.info(
          "resultFollowed",
          Map.of("result", number.value(), "status", changed.result().status().code()));
    }
    return decision.result();
  }
}
