package dev.hoso.indicators;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The counters as they are now, for whoever shows them. What a call costs depends on its days,
 * units and procedures, never on how many dossiers there are.
 */
public interface Indicators {
  /** The city's, by day; days without any are left out. */
  SortedMap<LocalDate, Counts> city(Period period);

  /** A unit's, of all its procedures or of one, by day. */
  SortedMap<LocalDate, Counts> unit(String unit, @Nullable String procedure, Period period);

  /** A procedure's at all units, by day. */
  SortedMap<LocalDate, Counts> procedure(String procedure, Period period);

  /** Each unit's, all days together. */
  SortedMap<String, Counts> units(Period period);

  /** Each procedure's, all days together. */
  SortedMap<String, Counts> procedures(Period period);

  /** Each procedure's at one unit, all days together. */
  SortedMap<String, Counts> proceduresOf(String unit, Period period);

  /** What is open at each unit on a day, now or later; overdue is what was promised before it. */
  SortedMap<String, Open> openByUnit(LocalDate day);

  /** The same of each procedure. */
  SortedMap<String, Open> openByProcedure(LocalDate day);

  /** The same of each procedure at one unit. */
  Map<String, Open> openOf(String unit, LocalDate day);
}
