package dev.hoso.citizen.lookup;

import dev.hoso.core.Name;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a dossier.
 *
 * @param at when
 * @param until the day on which it ended; null for what happened at once. Of what lasts only the
 *     days are known
 * @param now whether this is where the dossier stands
 */
public record Step(Instant at, Name text, @Nullable LocalDate until, boolean now) {
  static Step of(Instant at, String vi, String en) {
    return new Step(at, new Name(vi, en), null, false);
  }
}
