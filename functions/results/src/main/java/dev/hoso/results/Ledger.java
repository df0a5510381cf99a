package dev.hoso.results;

import dev.hoso.core.DossierCode;
import dev.hoso.core.ResultNumber;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All results of a dossier (sổ kết quả), which the next one's number follows from.
 *
 * @param erasure null where nobody asked for the applicant's data to be deleted
 */
public record Ledger(DossierCode dossier, List<Result> results, @Nullable Erasure erasure) {
  /** More than a dossier ever has; who asks for more asks by mistake, again and again. */
  public static final int MOST = 100;

  public Ledger {
    results = List.copyOf(results);
  }

  public boolean isEmpty() {
    return results.isEmpty() && erasure == null;
  }

  public boolean isFull() {
    return results.size() >= MOST;
  }

  /** The number of the next result: they count from 1, without gaps. */
  public ResultNumber next() {
    int last = results.stream().mapToInt(it -> it.number().ordinal()).max().orElse(0);
    return new ResultNumber(dossier, last + 1);
  }

  /** The result of this number. */
  public Optional<Result> find(ResultNumber number) {
    return results.stream().filter(it -> it.number().equals(number)).findFirst();
  }

  /** The result that was asked for with this key. */
  public Optional<Result> asked(@Nullable String idempotencyKey) {
    return results.stream().filter(it -> it.request().hasKey(idempotencyKey)).findFirst();
  }

  /** The result that replaces this one or is about to; one that came to nothing does not count. */
  public Optional<Result> replacementOf(ResultNumber number) {
    return results.stream()
        .filter(it -> number.equals(it.request().replaces()))
        .filter(it -> it.status() != ResultStatus.REFUSED && it.status() != ResultStatus.REVOKED)
        .findFirst();
  }

  /** Whether another result is being made of this upload. */
  public boolean uses(String upload) {
    return results.stream().anyMatch(it -> upload.equals(it.sent().upload()));
  }
}
