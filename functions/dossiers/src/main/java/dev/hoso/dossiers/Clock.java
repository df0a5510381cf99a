package dev.hoso.dossiers;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dossier's clock.
 *
 * @param due null while nothing is promised: not received yet, or a procedure without a known time
 * @param pauses when it stood still because the citizen had to act
 * @param supplementsAsked how often papers were asked for: Decision 766/QĐ-TTg calls more than once
 *     late
 * @param decidedAt when it stopped for good: with the work done (9), whenever the result is handed
 *     over, or without a result (3, 7, 8); null while it goes on
 */
public record Clock(
    @Nullable Due due, List<Pause> pauses, int supplementsAsked, @Nullable Instant decidedAt) {
  public Clock {
    pauses = List.copyOf(pauses);
  }

  /** The clock of a dossier that begins in a status. */
  static Clock starting(DossierStatus status, Instant at) {
    return new Clock(null, List.of(), 0, null).entering(null, status, at);
  }

  /** The same clock of a dossier whose decision is older than its status. */
  Clock decided(@Nullable Instant before) {
    return new Clock(due, pauses, supplementsAsked, before);
  }

  /** The same clock with another promise. */
  Clock promising(@Nullable Due other) {
    return new Clock(other, pauses, supplementsAsked, decidedAt);
  }

  /**
   * The clock as a status begins. It stops when the citizen has to act, and goes on when they have.
   *
   * @param before the status that ends; null where there was none
   */
  Clock entering(@Nullable DossierStatus before, DossierStatus status, Instant at) {
    boolean asked = status == DossierStatus.SUPPLEMENT_ASKED && before != status;
    Instant decided = (before != null && decides(before)) ? decidedAt : at;
    return new Clock(
        due,
        paused(before, status, Time.day(at)),
        supplementsAsked + (asked ? 1 : 0),
        decides(status) ? decided : null);
  }

  private List<Pause> paused(@Nullable DossierStatus before, DossierStatus status, LocalDate day) {
    boolean stood = before != null && before.waitsForCitizen();
    if (stood == status.waitsForCitizen()) {
      return pauses;
    }
    List<Pause> all = new ArrayList<>(pauses);
    if (stood) {
      all.add(new Pause(all.removeLast().from(), day));
    } else {
      all.add(new Pause(day, null));
    }
    return all;
  }

  private static boolean decides(DossierStatus status) {
    return status == DossierStatus.DONE || status.ended();
  }
}
