package dev.hoso.portal;

import dev.hoso.core.PortalPlace;
import dev.hoso.core.Time;
import io.avaje.jsonb.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the portal is in step with the city's dossiers.
 *
 * @param asOf when it was counted together
 * @param dossiers all that the portal is to have, also those whose data expired here since
 * @param inStep of these, those that it has as they are
 * @param waiting those that are sent as soon as it answers
 * @param refused those that it refused for good
 * @param oldestWaiting since when the longest waiting waits; null where none does
 * @param rate the share in step in per cent, rounded down to two digits: 100 is all
 */
@Json
public record SyncReport(
    String asOf,
    long dossiers,
    long inStep,
    long waiting,
    long refused,
    @Nullable String oldestWaiting,
    double rate) {
  private static final double HUNDREDTHS = 100.0;

  static SyncReport of(Backlog backlog, Known known, Instant now) {
    // What is counted last moved on meanwhile at most into what was counted before.
    long first = backlog.count(PortalPlace.FIRST);
    long again = backlog.count(PortalPlace.AGAIN);
    long firstRefused = backlog.count(PortalPlace.FIRST_REFUSED);
    long againRefused = backlog.count(PortalPlace.AGAIN_REFUSED);
    long all = known.count();
    return of(
        now,
        all + first + firstRefused,
        Math.max(0, all - again - againRefused),
        first + again,
        firstRefused + againRefused,
        backlog.oldest().map(Time::text).orElse(null));
  }

  static SyncReport of(
      Instant now,
      long dossiers,
      long inStep,
      long waiting,
      long refused,
      @Nullable String oldestWaiting) {
    double rate =
        dossiers == 0 ? 100 : Math.floor(inStep * 100 * HUNDREDTHS / dossiers) / HUNDREDTHS;
    return new SyncReport(Time.text(now), dossiers, inStep, waiting, refused, oldestWaiting, rate);
  }
}
