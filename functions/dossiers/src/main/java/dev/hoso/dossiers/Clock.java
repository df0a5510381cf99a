package dev.hoso.dossiers;

import dev.hoso.core.calendar.Pause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dossier's clock.
 *
 * @param due null while nothing is promised: not received yet, or a procedure without a known time
 * @param pauses when it stood still because the citizen had to act
 * @param finishedAt when the work was done, so that the result could be fetched; null before
 */
public record Clock(@Nullable Due due, List<Pause> pauses, @Nullable Instant finishedAt) {
  public Clock {
    pauses = List.copyOf(pauses);
  }

  /** The same in another status; what is worked on again is not finished. */
  Clock in(Standing standing, List<Pause> paused) {
    return switch (standing.status()) {
      case DONE, RETURNED ->
          new Clock(due, paused, finishedAt == null ? standing.at() : finishedAt);
      default -> new Clock(due, paused, null);
    };
  }

  Clock promised(@Nullable Due promise) {
    return new Clock(promise, pauses, finishedAt);
  }
}
