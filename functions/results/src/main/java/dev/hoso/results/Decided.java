package dev.hoso.results;

import dev.hoso.core.ResultNumber;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a dossier says of one of its results: whether it is issued is the dossier's decision. */
public sealed interface Decided {
  /**
   * Nothing yet.
   *
   * @param waitsFor {@code fee}, {@code documents} or {@code dossier}; null before it was heard of
   */
  record Waits(@Nullable String waitsFor) implements Decided {}

  /** It is the applicant's. */
  record Issued(Instant issuedAt) implements Decided {}

  /**
   * A corrected one took its place.
   *
   * @param issuedAt null where it never was the applicant's
   */
  record Superseded(@Nullable Instant issuedAt, ResultNumber by) implements Decided {}
}
