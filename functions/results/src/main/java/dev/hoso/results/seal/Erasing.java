package dev.hoso.results.seal;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Log;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.results.Command;
import dev.hoso.results.Documents;
import dev.hoso.results.Erasure;
import dev.hoso.results.Ledger;
import dev.hoso.results.Result;
import dev.hoso.results.ResultRules;
import dev.hoso.results.Results;
import dev.hoso.results.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what is personal in a dossier's results: every version of every document and upload, and
 * titles and reasons in which somebody may be named. What the documents were stays verifiable.
 */
final class Erasing {
  /** Longer than a function may run: who was sealing when it was asked for has ended. */
  private static final Duration AT_WORK = Duration.ofMinutes(5);

  private final Results results;
  private final Documents documents;
  private final Catalogue catalogue;
  private final ResultRules rules;
  private final InstantSource clock;

  Erasing(
      Results results,
      Documents documents,
      Catalogue catalogue,
      ResultRules rules,
      InstantSource clock) {
    this.results = results;
    this.documents = documents;
    this.catalogue = catalogue;
    this.rules = rules;
    this.clock = clock;
  }

  /** Does what was asked for in a dossier, as far as it is not done. */
  void run(DossierCode dossier) {
    Ledger ledger = results.of(dossier);
    Erasure erasure = ledger.erasure();
    if (erasure == null) {
      return;
    }
    if (erasure.doneAt() == null) {
      erase(ledger, erasure);
    } else {
      deleteObjects(ledger);
      results.finishErasure(dossier);
    }
  }

  private void erase(Ledger ledger, Erasure erasure) {
    Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<Result> erased = ledger.results().stream().map(result -> erased(result, time)).toList();
    deleteObjects(ledger);
    List<Erasure.Deleted> deleted = deleted(erased, erasure.requestedAt());
    results.erased(ledger.dossier(), deleted, time, again(erased, time));
    Log.info(
        "dossierErased", Map.of("dossier", ledger.dossier().value(), "documents", deleted.size()));
  }

  /** The item first: from then on no sealing can win, and no document is handed out. */
  private Result erased(Result result, Instant time) {
    String title =
        catalogue
            .procedure(result.request().procedure())
            .map(Procedure::name)
            .map(it -> it.vi())
            .orElse(result.request().procedure());
    Command erase = new Command.Erase(title);
    return results.change(result.number(), now -> rules.decide(now, erase, time)).result();
  }

  private void deleteObjects(Ledger ledger) {
    ledger.results().forEach(result -> documents.deleteAll(result.request().result()));
    documents.deleteUploads(ledger.dossier());
  }

  /** Also those of an attempt before this one, but not those whose time was over earlier. */
  private static List<Erasure.Deleted> deleted(List<Result> erased, Instant since) {
    List<Erasure.Deleted> deleted = new ArrayList<>();
    for (Result result : erased) {
      Sealed sealed = result.sealed();
      Instant gone = result.history().documentDeletedAt();
      if (sealed != null && gone != null && !gone.isBefore(since)) {
        deleted.add(new Erasure.Deleted(result.number().value(), sealed.sha256()));
      }
    }
    return deleted;
  }

  /** A sealing that is still at work, and is then killed, leaves its document behind. */
  private static @Nullable Instant again(List<Result> erased, Instant time) {
    boolean atWork =
        erased.stream().anyMatch(result -> finishedAt(result).plus(AT_WORK).isAfter(time));
    return atWork ? time.plus(AT_WORK) : null;
  }

  private static Instant finishedAt(Result result) {
    Sealed sealed = result.sealed();
    return sealed == null ? result.standing().at() : sealed.sealedAt();
  }
}
