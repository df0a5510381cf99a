package dev.hoso.results.api;

import dev.hoso.core.Invalid;
import dev.hoso.core.Refused;
import dev.hoso.core.ResultNumber;
import dev.hoso.results.Documents;
import dev.hoso.results.Ledger;
import dev.hoso.results.Result;
import dev.hoso.results.ResultStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a dossier's results so far leave room for what is asked for. */
final class Admission {
  private Admission() {}

  /**
   * The result that a repeat is answered with; empty where it is no repeat.
   *
   * @throws Refused where the key named another request
   */
  static Optional<Result> repeated(Ledger ledger, @Nullable String key, AskedResult asked) {
    Optional<Result> first = ledger.asked(key);
    if (first.isPresent() && !first.get().request().digest().equals(asked.digest())) {
      throw new Refused(
          422,
          "idempotency-key-reused",
          "This Idempotency-Key named another request, which made %s. Name another key."
              .formatted(first.get().number()));
    }
    return first;
  }

  /**
   * Passes where a new one can be taken in.
   *
   * @throws Refused where the applicant's data was deleted, or there are too many
   * @throws Invalid where the one to be replaced cannot be, or the upload is another one's
   */
  static void check(Ledger ledger, AskedResult asked) {
    if (ledger.erasure() != null) {
      throw new Refused(
          409,
          "dossier-erased",
          "The applicant's data in the dossier %s is deleted at their request: nothing new is issued in it."
              .formatted(ledger.dossier()));
    }
    if (ledger.isFull()) {
      throw new Refused(
          409,
          "too-many-results",
          "The dossier %s has %d results and takes no more."
              .formatted(ledger.dossier(), Ledger.MOST));
    }
    ResultNumber replaces = asked.replaces();
    if (replaces != null) {
      requireReplaceable(ledger, replaces);
    }
    if (asked.made() instanceof Made.Uploaded uploaded
        && ledger.uses(Documents.uploadKey(ledger.dossier(), uploaded.id()))) {
      throw new Invalid("upload.id", "must be an upload that no other result is made of");
    }
  }

  private static void requireReplaceable(Ledger ledger, ResultNumber replaces) {
    Result replaced =
        ledger
            .find(replaces)
            .orElseThrow(() -> invalid("must be a result that is there, not " + replaces));
    Optional<Result> other = ledger.replacementOf(replaces);
    if (other.isPresent()) {
      throw invalid(
          "must be a result that no other replaces: %s is replaced by %s"
              .formatted(replaces, other.get().number()));
    }
    ResultStatus status = replaced.status();
    if (status != ResultStatus.SEALED && status != ResultStatus.ISSUED) {
      throw invalid(
          "must be a result that is sealed or issued: %s is %s".formatted(replaces, status.code()));
    }
  }

  private static Invalid invalid(String rule) {
    return new Invalid("replaces", rule);
  }
}
