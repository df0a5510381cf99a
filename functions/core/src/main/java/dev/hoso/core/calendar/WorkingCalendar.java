package dev.hoso.core.calendar;

import dev.hoso.core.cityfile.BadCityFile;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The working days (ngày làm việc) of the administration: Monday to Friday, without the holidays
 * and the days off in lieu, with the Saturdays that are worked in exchange. Immutable.
 *
 * <p>Which days are swapped is announced for each year and cannot be computed, so days come from a
 * table and a year without its notice is provisional.
 */
public final class WorkingCalendar {
  private final CalendarTable table;
  private final String version;

  private WorkingCalendar(CalendarTable table) {
    this.table = table;
    this.version = table.digest();
  }

  /**
   * Reads {@code holidays.csv} and {@code notices.csv}, each from the folder where it lies there,
   * else Vietnam's as Hoso knows them.
   *
   * @param cityFolder null for Hoso's own
   * @throws BadCityFile when a file breaks a rule of its README
   */
  public static WorkingCalendar load(@Nullable Path cityFolder) {
    return new WorkingCalendar(CalendarTable.read(cityFolder));
  }

  /** Whether the administration works on that day. */
  public boolean isWorkingDay(LocalDate day) {
    DayKind special = table.days().get(day);
    return special == null ? !weekend(day) : special == DayKind.SWAPPED_WORKING_DAY;
  }

  /** Whether a year between the two days, both included, has no notice of its holidays yet. */
  public boolean isProvisional(LocalDate from, LocalDate to) {
    return IntStream.rangeClosed(from.getYear(), to.getYear())
        .anyMatch(year -> !table.announcedYears().contains(year));
  }

  /** Names the table's content: the same days give the same eight characters, wherever read. */
  public String version() {
    return version;
  }

  /**
   * The first day by which that many working days have passed since the day of receipt. That day
   * itself is not counted (Civil Code art. 147), nor are days in a pause. With no days at all it is
   * the day of receipt, or the next working day.
   *
   * @return empty while an open pause holds the clock before the time has run out
   * @throws IllegalArgumentException when the number of days is negative
   */
  public Optional<Deadline> deadline(LocalDate received, int workingDays, List<Pause> pauses) {
    if (workingDays < 0) {
      throw new IllegalArgumentException("a time of " + workingDays + " working days");
    }
    int left = Math.max(workingDays, 1);
    LocalDate day = workingDays == 0 ? received : received.plusDays(1);
    for (; !standsStill(day, pauses); day = day.plusDays(1)) {
      if (counts(day, pauses) && --left == 0) {
        return Optional.of(new Deadline(day, isProvisional(received, day), version));
      }
    }
    return Optional.empty();
  }

  /** How many working days come after the first day, up to the second one; none where none do. */
  public long workingDays(LocalDate after, LocalDate to) {
    return to.isAfter(after)
        ? after.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count()
        : 0;
  }

  private boolean counts(LocalDate day, List<Pause> pauses) {
    return isWorkingDay(day) && pauses.stream().noneMatch(pause -> pause.covers(day));
  }

  private static boolean standsStill(LocalDate day, List<Pause> pauses) {
    return pauses.stream().anyMatch(pause -> pause.to() == null && pause.covers(day));
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
