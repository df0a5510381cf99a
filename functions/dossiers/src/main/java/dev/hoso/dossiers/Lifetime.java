package dev.hoso.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which version of the dossier it is, and how long its data is kept.
 *
 * @param version goes up by one with every change
 * @param expires when the data is no longer needed; null while the dossier goes on
 * @param erasedAt when the applicant's data was erased at their request; null where it was not
 */
public record Lifetime(
    long version,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant expires,
    @Nullable Instant erasedAt) {

  /** Before the first version. */
  static Lifetime beginning(Instant time) {
    return new Lifetime(0, time, time, null, null);
  }

  Lifetime next(@Nullable Instant until, Instant time) {
    return new Lifetime(version + 1, createdAt, time, until, erasedAt);
  }

  /** Erased since then; what was erased already was erased when it was. */
  Lifetime erased(Instant time) {
    return new Lifetime(version, createdAt, updatedAt, expires, erasedAt == null ? time : erasedAt);
  }
}
