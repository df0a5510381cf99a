package dev.hoso.dossiers;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of a dossier. */
public sealed interface Command {
  /** Register the dossier, or replace what was registered. */
  record Register(
      DossierCode code, Filing filing, @Nullable DossierStatus status, @Nullable Instant dueAt)
      implements Command {}

  /**
   * Change the status.
   *
   * @param at when it changed; null for now
   * @param dueAt a new promise; null leaves the old one
   */
  record ChangeStatus(
      DossierStatus status, @Nullable String reason, @Nullable Instant at, @Nullable Instant dueAt)
      implements Command {}

  /**
   * Take in how a payment stands.
   *
   * @param id {@code <gateway>/<reference>}
   */
  record TakePayment(String id, Payment payment) implements Command {}

  /** Take in how an electronic result stands. */
  record TakeResult(Result result) implements Command {}

  /** Take in how the applicant says it went. */
  record Rate(Rating rating) implements Command {}

  /**
   * Say whether others may read the words that came with a rating.
   *
   * @param by the position of who decides, never a person's name
   * @param ratedAt of the rating that was read
   */
  record Moderate(Rating.Moderation.State state, String by, Instant ratedAt) implements Command {}

  /** Erase the applicant's data at their request. */
  record Erase() implements Command {}
}
