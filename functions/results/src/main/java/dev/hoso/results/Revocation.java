package dev.hoso.results;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a result must not be relied on any more (thu hồi kết quả).
 *
 * @param reason for officers; may name somebody, so it goes when the applicant's data is erased
 * @param by the role that decided it, never a person's name
 */
public record Revocation(@Nullable String reason, String by, Instant at) {
  Revocation withoutReason() {
    return new Revocation(null, by, at);
  }

  /** Without the reason, in which somebody may be named: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Revocation[" + by + ", " + at + "]";
  }
}
