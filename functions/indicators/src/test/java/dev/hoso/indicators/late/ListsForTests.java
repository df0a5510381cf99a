package dev.hoso.indicators.late;

import dev.hoso.core.Time;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.dynamo.Table;
import dev.hoso.indicators.OpenDossiers;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** Lists as the handler makes them, for tests that show them. */
public final class ListsForTests {
  private ListsForTests() {}

  /** Of the units that tests know, on the Monday of that week at seven. */
  public static void make(Table table, String name) {
    Week week = Week.parse(name);
    LocalDate day = week.monday();
    String at = Time.text(day.atTime(LocalTime.of(7, 0)).atZone(Time.VIETNAM).toInstant());
    OverdueDossiers source =
        new OverdueDossiers(new OpenDossiers(table), WorkingCalendar.load(null));
    List<Late> all =
        Stream.of("00004", "HN-STP").flatMap(unit -> source.of(unit, day).stream()).toList();
    new Lists(table).keep(week, WeeklyList.of(week, day, at, all, null), at);
  }
}
