package dev.hoso.dossiers;

import dev.hoso.core.calendar.Pause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dossier's clock.
 *
 * @param due null while nothing is promised: not received yet, or a procedure without a known time
 * @param pauses when it stood still because the citizen had to act
 */
public record Clock(@Nullable Due due, List<Pause> pauses) {
  public Clock {
    pauses = List.copyOf(pauses);
  }
}
