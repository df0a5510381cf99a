package dev.hoso.indicators.decision766;

import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.indicators.Counts;
import dev.hoso.indicators.Indicators;
import dev.hoso.indicators.Measure;
import dev.hoso.indicators.Period;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Scores the city, its units and procedures. */
public record ScoreBoard(
    List<Part> parts, Indicators indicators, Entries entries, Catalogue catalogue) {
  /**
   * The score of the city, or of a unit, a procedure, or a procedure at a unit.
   *
   * @param unit null for all
   * @param procedure null for all
   */
  public Score of(Period period, @Nullable String unit, @Nullable String procedure) {
    SortedMap<String, Counts> procedures =
        unit == null ? indicators.procedures(period) : indicators.proceduresOf(unit, period);
    if (procedure != null) {
      return ofProcedure(procedures.getOrDefault(procedure, Counts.NONE), procedure);
    }
    return of(procedures.values(), unit, entries.of(period));
  }

  /** The score of each unit that has dossiers in the period. */
  public SortedMap<String, Score> units(Period period) {
    List<Entries.Entry> entered = entries.of(period);
    SortedMap<String, Score> scores = new TreeMap<>();
    for (String unit : indicators.units(period).keySet()) {
      scores.put(unit, of(indicators.proceduresOf(unit, period).values(), unit, entered));
    }
    return scores;
  }

  /** The score of each procedure that has dossiers in the period. */
  public SortedMap<String, Score> procedures(Period period) {
    SortedMap<String, Score> scores = new TreeMap<>();
    indicators
        .procedures(period)
        .forEach((procedure, counts) -> scores.put(procedure, ofProcedure(counts, procedure)));
    return scores;
  }

  private Score of(
      Collection<Counts> procedures, @Nullable String unit, List<Entries.Entry> entered) {
    Counts all = procedures.stream().reduce(Counts.NONE, Counts::plus);
    long withFee =
        unit == null
            ? catalogue.procedures().stream().filter(ScoreBoard::hasFee).count()
            : procedures.stream().filter(it -> it.of(Measure.WITH_FEE) > 0).count();
    return Score.of(parts, new Subject(all, procedures, withFee, Entries.of(entered, unit)));
  }

  /** Of one procedure nothing is entered. */
  private Score ofProcedure(Counts counts, String procedure) {
    boolean fee = catalogue.procedure(procedure).filter(ScoreBoard::hasFee).isPresent();
    return Score.of(parts, new Subject(counts, List.of(counts), fee ? 1 : 0, Map.of()));
  }

  private static boolean hasFee(Procedure procedure) {
    return procedure.fees().stream().anyMatch(fee -> fee.amount() > 0);
  }
}
