package dev.hoso.dossiers;

import dev.hoso.core.DossierCode;
import dev.hoso.core.DossierStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be asked of a dossier. */
public sealed interface Command {
  /**
   * Register the dossier, or replace what was registered.
   *
   * @param filing as it was sent
   * @param successors of the units that are no more
   */
  record Register(
      DossierCode code,
      Filing filing,
      @Nullable DossierStatus status,
      @Nullable Instant dueAt,
      Successors successors)
      implements Command {
    /** One for units that are all there. */
    public Register(
        DossierCode code, Filing filing, @Nullable DossierStatus status, @Nullable Instant dueAt) {
      this(code, filing, status, dueAt, Successors.NONE);
    }

    /** The filing, at the units where it belongs. */
    Filing placed() {
      return successors.placed(filing);
    }
  }

  /**
   * Take the dossier over from an older system, as it stands there. One that is here is left alone.
   *
   * @param register what is registered, with its status
   * @param at since when it stands so
   * @param decidedAt when the administration was done with it; null where it is not
   */
  record TakeOver(
      Register register,
      DossierStatus status,
      Instant at,
      @Nullable Instant decidedAt,
      Imported imported)
      implements Command {}

  /**
   * Move the dossier with all of its unit to another one.
   *
   * @param role who is responsible there; null for the role as it was
   */
  record Move(Transfer transfer, @Nullable String role) implements Command {}

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
