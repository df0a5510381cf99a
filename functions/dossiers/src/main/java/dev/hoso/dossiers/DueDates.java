package dev.hoso.dossiers;

import dev.hoso.core.Time;
import dev.hoso.core.calendar.Pause;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * By when a result is promised: what the officer's system sends, else the procedure's working days
 * from receipt on, without the days on which the citizen had to act.
 *
 * <p>What was sent stays until something else is sent: silence takes no promise back. What was
 * computed stays too when the calendar changes, unless it was provisional. Only a promise that had
 * passed before the dossier was received at all is void.
 */
public record DueDates(Catalogue catalogue, WorkingCalendar calendar) {
  /**
   * The promise of a dossier after a change.
   *
   * @param before null where it is new
   * @param after as it is going to be, still with the promise of before
   * @param sent what the officer's system sent with this change
   */
  @Nullable Due of(@Nullable Dossier before, Dossier after, @Nullable Instant sent) {
    if (sent != null) {
      return Due.sent(sent);
    }
    Due promised = after.due();
    return (promised != null && stays(promised, before, after)) ? promised : computed(after);
  }

  private static boolean stays(Due promised, @Nullable Dossier before, Dossier after) {
    Instant receivedAt = after.filing().receivedAt();
    if (receivedAt != null && promised.at().isBefore(receivedAt)) {
      return false;
    }
    return promised.wasSent()
        || after.status().waitsForCitizen()
        || after.status().ended()
        || (!promised.provisional() && sameClock(before, after));
  }

  private static boolean sameClock(@Nullable Dossier before, Dossier after) {
    return before != null
        && before.pauses().equals(after.pauses())
        && before.filing().procedure().equals(after.filing().procedure())
        && Objects.equals(before.filing().receivedAt(), after.filing().receivedAt());
  }

  /** Whoever stands still is promised what they would get if they went on today at no loss. */
  private @Nullable Due computed(Dossier dossier) {
    Instant receivedAt = dossier.filing().receivedAt();
    Integer days =
        catalogue.procedure(dossier.filing().procedure()).map(Procedure::workingDays).orElse(null);
    if (receivedAt == null || days == null) {
      return null;
    }
    List<Pause> over = dossier.pauses().stream().filter(pause -> pause.to() != null).toList();
    return calendar.deadline(Time.day(receivedAt), days, over).map(Due::computed).orElse(null);
  }
}
