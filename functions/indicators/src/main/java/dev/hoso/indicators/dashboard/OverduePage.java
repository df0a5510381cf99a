package dev.hoso.indicators.dashboard;

import dev.hoso.core.Language;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.indicators.OpenDossier;
import dev.hoso.indicators.api.Worded;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dossiers of a unit that are overdue.
 *
 * @param age for how long; null for however long
 * @param dossiers the longest overdue first, at most {@link #MOST}
 */
public record OverduePage(
    String unit,
    @Nullable String age,
    LocalDate today,
    List<OpenDossier> dossiers,
    WorkingCalendar calendar,
    Language language,
    Catalogue catalogue)
    implements Worded {
  /** Nobody reads on; by age there are fewer. */
  static final int MOST = 500;

  /** Working days after the promised one; where the clock stands, up to when it stopped. */
  public long days(OpenDossier dossier) {
    return calendar.workingDays(
        dossier.due(), dossier.stopped() == null ? today : dossier.stopped());
  }

  public boolean cut() {
    return dossiers.size() == MOST;
  }

  public String address() {
    return "/dashboard/overdue?unit=" + unit + (age == null ? "" : "&age=" + age);
  }

  /** The dashboard that it belongs to. */
  public String back() {
    return link("/dashboard?unit=" + unit);
  }
}
