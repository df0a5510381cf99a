package dev.hoso.citizen.lookup;

import dev.hoso.core.Name;
import java.time.Instant;

/**
 * Something that happened to a dossier.
 *
 * @param at when
 * @param timed whether the hour is known; else only the day is
 * @param now whether this is where the dossier stands
 */
public record Step(Instant at, Name text, boolean timed, boolean now) {
  static Step of(Instant at, String vi, String en) {
    return new Step(at, new Name(vi, en), true, false);
  }
}
