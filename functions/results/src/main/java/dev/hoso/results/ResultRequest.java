package dev.hoso.results;

import dev.hoso.core.ResultId;
import dev.hoso.core.ResultNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for. It never changes, but for the title when the applicant's data is erased.
 *
 * @param unit the code of the unit that issues it
 * @param procedure the procedure's national code, as the dossier has it
 * @param title what it is called (tên kết quả), one line
 * @param replaces the result of the same dossier that this one corrects
 * @param digest SHA-256 of all that was asked, by which a repeat is told from another request
 * @param idempotencyKey SHA-256 of the caller's own name for the request, where it had one
 */
public record ResultRequest(
    ResultNumber number,
    ResultId result,
    Source source,
    String unit,
    String procedure,
    String title,
    @Nullable ResultNumber replaces,
    String digest,
    @Nullable String idempotencyKey,
    Instant createdAt) {

  /** No request has this digest. */
  private static final String ERASED = "erased";

  ResultRequest numbered(ResultNumber other) {
    return new ResultRequest(
        other, result, source, unit, procedure, title, replaces, digest, idempotencyKey, createdAt);
  }

  /** Whether it was asked for with this key; without one, nothing is a repeat of it. */
  boolean hasKey(@Nullable String key) {
    return key != null && key.equals(idempotencyKey);
  }

  /** The same without what may be personal: the title, and the digest of fields with few values. */
  ResultRequest erased(String neutralTitle) {
    return new ResultRequest(
        number,
        result,
        source,
        unit,
        procedure,
        neutralTitle,
        replaces,
        ERASED,
        idempotencyKey,
        createdAt);
  }

  /** Without the title, in which somebody may be named: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "ResultRequest[" + number + ", " + source + "]";
  }
}
