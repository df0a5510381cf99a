package dev.hoso.results.seal;

import dev.hoso.core.Log;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.results.Command;
import dev.hoso.results.Decision;
import dev.hoso.results.Document;
import dev.hoso.results.Documents;
import dev.hoso.results.Paper;
import dev.hoso.results.Result;
import dev.hoso.results.ResultRequest;
import dev.hoso.results.ResultRules;
import dev.hoso.results.ResultStatus;
import dev.hoso.results.Results;
import dev.hoso.results.Sealed;
import dev.hoso.results.Sealer;
import dev.hoso.results.Sealer.Finished;
import dev.hoso.results.Sealer.Reason;
import dev.hoso.results.Source;
import dev.hoso.results.bucket.Content;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Makes a sealed or a refused result of a received one. Whoever is second, or comes again after a
 * crash, finds it done and leaves nothing behind.
 */
final class Sealing {
  static final Reason MISSING =
      new Reason("upload-missing", "What was uploaded is no longer there. Send it again.");
  static final Reason TOO_LARGE =
      new Reason(
          "too-large",
          "What was uploaded has more than "
              + Documents.MOST_BYTES
              + " bytes. Send a smaller PDF.");

  private final Results results;
  private final Documents documents;
  private final Supplier<Sealer> sealer;
  private final Catalogue catalogue;
  private final ResultRules rules;
  private final InstantSource clock;

  /** Seals with what the supplier gives, which is asked anew for every result. */
  Sealing(
      Results results,
      Documents documents,
      Supplier<Sealer> sealer,
      Catalogue catalogue,
      ResultRules rules,
      InstantSource clock) {
    this.results = results;
    this.documents = documents;
    this.sealer = sealer;
    this.catalogue = catalogue;
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
    if (results.erasure(result.number().dossier()).isPresent()) {
      return refused(ResultRules.ERASED);
    }
    String upload = result.sent().upload();
    if (upload == null) {
      return sealer.get().finish(paper(result), new byte[0], time);
    }
    Optional<Content> sent = documents.sent(upload);
    if (sent.isEmpty()) {
      return refused(MISSING);
    }
    return sent.get().whole()
        ? sealer.get().finish(paper(result), sent.get().bytes(), time)
        : refused(TOO_LARGE);
  }

  private Paper paper(Result result) {
    ResultRequest request = result.request();
    return new Paper(
        request.number(),
        request.result(),
        request.source(),
        catalogue.unit(request.unit()).map(Unit::name).map(it -> it.vi()).orElse(request.unit()),
        request.title(),
        catalogue.procedure(request.procedure()).map(Procedure::code).orElse(request.procedure()),
        result.sent().fields());
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
   * under the same key: where the bucket keeps no versions, the winner's is ours too.
   */
  private void discard(Documents.Kept kept, Result winner) {
    Sealed theirs = winner.sealed();
    boolean shared =
        theirs != null
            && theirs.document().equals(kept.key())
            && (kept.version() == null || kept.version().equals(theirs.documentVersion()));
    if (!shared) {
      documents.discard(kept);
    }
  }

  /** Deletes what is needed no more. The result is finished, so what fails here is only said. */
  private void tidy(Result before, Result after) {
    try {
      String upload = before.sent().upload();
      if (upload != null) {
        documents.discardSent(upload);
      }
      Sealed sealed = after.sealed();
      documents.discardOthers(after.request().result(), sealed == null ? "" : sealed.document());
    } catch (RuntimeException e) {
      Log.error("leftoversNotDeleted", Map.of("result", before.number().value()), e);
    }
  }

  private static Finished refused(Reason reason) {
    return new Finished.Refused(List.of(reason));
  }

  private static Map<String, String> source(Result result) {
    Source source = result.request().source();
    return Map.of("source", source.code());
  }
}
