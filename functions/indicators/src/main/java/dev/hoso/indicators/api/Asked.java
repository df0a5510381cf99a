package dev.hoso.indicators.api;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.indicators.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of what and when figures are asked for.
 *
 * @param unit its code; null for all of them
 * @param procedure the national code; null for all of them
 */
public record Asked(Period period, @Nullable String unit, @Nullable String procedure) {
  private static final int MOST_DAYS = 366;

  /**
   * Reads what was asked for. Without days it is this month up to today.
   *
   * @throws Invalid where a day is none, the period is longer than a year or runs backwards, or
   *     there is no such unit or procedure
   */
  public static Asked parse(
      @Nullable String from,
      @Nullable String to,
      @Nullable String unit,
      @Nullable String procedure,
      Catalogue catalogue,
      Instant now) {
    List<Fault> faults = new ArrayList<>();
    LocalDate today = Time.day(now);
    LocalDate last = day("to", to, today, faults);
    LocalDate first = day("from", from, last.withDayOfMonth(1), faults);
    if (last.isBefore(first) || !first.plusDays(MOST_DAYS).isAfter(last)) {
      faults.add(new Fault("from", "must not be after to, nor more than 366 days before its end"));
    }
    if (unit != null && catalogue.unit(unit).isEmpty()) {
      faults.add(new Fault("unit", "must be the code of a unit of the catalogue"));
    }
    String code = procedure == null ? null : code(procedure, catalogue, faults);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return new Asked(new Period(first, last), unit, code);
  }

  private static @Nullable String code(String asked, Catalogue catalogue, List<Fault> faults) {
    String code = catalogue.procedure(asked).map(Procedure::code).orElse(null);
    if (code == null) {
      faults.add(new Fault("procedure", "must be the code of a procedure of the catalogue"));
    }
    return code;
  }

  private static LocalDate day(
      String name, @Nullable String text, LocalDate otherwise, List<Fault> faults) {
    try {
      return text == null ? otherwise : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      faults.add(new Fault(name, "must be a day like 2026-11-24"));
      return otherwise;
    }
  }
}
