package dev.hoso.citizen.verify;

import dev.hoso.core.ResultId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A result as everyone may see it: nothing in it is personal.
 *
 * @param unit the code of the unit that issued it
 * @param issuedAt null where it was revoked before it was issued
 * @param sha256 of the document; null where a result was revoked before it had one
 * @param supersededBy the number of the one that replaces it
 * @param supersededAt since when; null where nobody knows any more
 */
public record Verified(
    ResultId id,
    String number,
    Validity validity,
    String unit,
    @Nullable Instant issuedAt,
    @Nullable Instant sealedAt,
    @Nullable String sha256,
    @Nullable String supersededBy,
    @Nullable Instant supersededAt,
    @Nullable Instant revokedAt) {
  /** Whether a document is this very one, to the byte. */
  public boolean matches(String hash) {
    return hash.equals(sha256);
  }
}
