package dev.hoso.results;

import dev.hoso.core.ResultNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a result after it was sealed.
 *
 * @param issuedAt when it became the applicant's, as the dossier says
 * @param supersededBy the corrected result that took its place
 * @param documentDeletedAt when its document went; what it was stays known
 */
public record History(
    @Nullable Instant issuedAt,
    @Nullable ResultNumber supersededBy,
    @Nullable Revocation revocation,
    HandOuts handOuts,
    @Nullable Instant documentDeletedAt) {
  static final History NONE = new History(null, null, null, HandOuts.NONE, null);

  History issued(@Nullable Instant at) {
    return new History(at, supersededBy, revocation, handOuts, documentDeletedAt);
  }

  History superseded(ResultNumber by) {
    return new History(issuedAt, by, revocation, handOuts, documentDeletedAt);
  }

  History revoked(Revocation now) {
    return new History(issuedAt, supersededBy, now, handOuts, documentDeletedAt);
  }

  History handedOut(Instant at) {
    return new History(issuedAt, supersededBy, revocation, handOuts.and(at), documentDeletedAt);
  }

  History documentDeleted(Instant at) {
    return new History(issuedAt, supersededBy, revocation, handOuts, at);
  }

  History withoutReason() {
    return revocation == null ? this : revoked(revocation.withoutReason());
  }
}
