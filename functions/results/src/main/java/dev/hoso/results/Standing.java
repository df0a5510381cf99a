package dev.hoso.results;

import java.time.Instant;

/**
 * Where a result stands.
 *
 * @param at since when
 * @param version of the result; goes up by one with every change that others may have to hear of
 */
public record Standing(ResultStatus status, Instant at, long version) {
  /** The same, in the next version. */
  Standing again() {
    return new Standing(status, at, version + 1);
  }

  /** The next status, in the next version. */
  Standing to(ResultStatus next, Instant time) {
    return new Standing(next, time, version + 1);
  }
}
