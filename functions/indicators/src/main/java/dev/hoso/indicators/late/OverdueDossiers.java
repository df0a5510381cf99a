package dev.hoso.indicators.late;

import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.indicators.OpenDossier;
import dev.hoso.indicators.OpenDossiers;
import java.time.LocalDate;
import java.util.List;

/** Dossiers that should have been decided. Where the clock stands, no more days are added. */
public record OverdueDossiers(OpenDossiers dossiers, WorkingCalendar calendar) implements Lateness {
  @Override
  public List<Late> of(String unit, LocalDate day) {
    return dossiers.overdue(unit, day).stream().map(it -> late(it, day)).toList();
  }

  @Override
  public List<Late> dueOn(String unit, LocalDate day) {
    return dossiers.dueOn(unit, day).stream().map(it -> late(it, day)).toList();
  }

  private Late late(OpenDossier dossier, LocalDate day) {
    LocalDate until = dossier.stopped() == null ? day : dossier.stopped();
    long days = calendar.workingDays(dossier.due(), until);
    return new Late(dossier.unit(), dossier.procedure(), dossier.role(), dossier.due(), days);
  }
}
