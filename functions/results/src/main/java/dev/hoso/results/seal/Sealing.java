package dev.hoso.results.seal;

import dev.hoso.core.Log;
import dev.hoso.results.Command;
import dev.hoso.results.Decision;
import dev.hoso.results.Document;
import dev.hoso.results.Documents;
import dev.hoso.results.Result;
import dev.hoso.results.ResultRules;
import dev.hoso.results.ResultStatus;
import dev.hoso.results.Results;
import dev.hoso.results.Sealed;
import dev.hoso.results.Sealer.Finished;
import dev.hoso.results.Sealer.Reason;
import dev.hoso.results.Source;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Makes a sealed or a refused result of a received one. Whoever is second, or comes again after a
 * crash, finds it done and leaves nothing behind.
 */
final class Sealing {
  private final Results results;
  private final Documents documents;
  private final Making making;
  private final ResultRules rules;
  private final InstantSource clock;

  Sealing(
      Results results, Documents documents, Making making, ResultRules rules, InstantSource clock) {
    this.results = results;
    this.documents = documents;
    this.making = making;
    this.rules = rules;
    this.clock = clock;
  }

  /** Seals or refuses a result, if that is still to be done. */
  void finish(Result result) {
    if (result.status() != ResultStatus.RECEIVED) {
      return;
    }
    long start = System.nanoTime();
    Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    switch (made(result, time)) {
      case Finished.Ready ready -> keep(result, ready, time);
      case Finished.Refused refused -> refuse(result, refused.reasons(), time);
    }
    double millis = (System.nanoTime() - start) / 1e6;
    Log.metric("ResultSealingMillis", millis, source(result));
  }

  private Finished made(Result result, Instant time) {
    return results.erasure(result.number().dossier()).isPresent()
        ? Making.refused(ResultRules.ERASED)
        : making.make(result, time);
  }

  private void keep(Result result, Finished.Ready ready, Instant time) {
    Document document = ready.document();
    Documents.Kept kept = documents.keep(result.request().result(), document);
    Sealed sealed =
        new Sealed(
            kept.key(),
            kept.version(),
            document.sha256(),
            document.size(),
            ready.signer(),
            ready.signedAt(),
            time);
    Decision decision = decide(result, new Command.Seal(sealed), time);
    if (decision instanceof Decision.Changed changed) {
      Log.metric("ResultsSealed", 1, source(result));
      tidy(result, changed.result());
    } else {
      discard(kept, decision.result());
    }
  }

  private void refuse(Result result, List<Reason> reasons, Instant time) {
    Decision decision = decide(result, new Command.Refuse(reasons), time);
    if (decision instanceof Decision.Changed changed) {
      for (Reason reason : reasons) {
        Log.metric("ResultsRefused", 1, Map.of("reason", reason.type()));
      }
      tidy(result, changed.result());
    }
  }

  private Decision decide(Result result, Command command, Instant time) {
    Decision decision = results.change(result.number(), now -> rules.decide(now, command, time));
    Log.info(
        decision instanceof Decision.Changed ? "resultFinished" : "resultWasFinished",
        Map.of("result", result.number().value(), "status", decision.result().status().code()));
    return decision;
  }

  /**
   * The document did not become the result's. Two who check the same signed PDF keep the same bytes
   * under the same key: that is the winner's document too, and stays.
   */
  private void discard(Documents.Kept kept, Result winner) {
    Sealed theirs = winner.sealed();
    if (theirs == null || !theirs.document().equals(kept.key())) {
      documents.discard(kept.key());
    }
  }

  /** Deletes what is needed no more. The result is finished, so what fails here is only said. */
  private void tidy(Result before, Result after) {
    try {
      String upload = before.sent().upload();
      if (upload != null) {
        documents.discard(upload);
      }
      Sealed sealed = after.sealed();
      documents.discardOthers(after.request().result(), sealed == null ? "" : sealed.document());
    } catch (RuntimeException e) {
      Log.error("leftoversNotDeleted", Map.of("result", before.number().value()), e);
    }
  }

  private static Map<String, String> source(Result result) {
    Source source = result.request().source();
    return Map.of("source", source.code());
  }
}
