package dev.hoso.indicators.objectives;

import dev.hoso.core.AtOnce;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.indicators.Counts;
import dev.hoso.indicators.Indicators;
import dev.hoso.indicators.Period;
import dev.hoso.indicators.objectives.Objective.Link;
import dev.hoso.indicators.objectives.Objective.Reported;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out how objectives stand: by the counters where they are linked, else by reports. */
public record Measuring(Indicators indicators, WorkingCalendar calendar) {
  /** An objective with how it stands. */
  public record Stood(Objective objective, Standing standing) {}

  /** How they stand as a day begins, in the same order. */
  public List<Stood> all(List<Objective> objectives, LocalDate day) {
    return objectives.isEmpty()
        ? List.of()
        : AtOnce.each(objectives, objective -> List.of(one(objective, day)));
  }

  /** How one stands as a day begins. */
  public Stood one(Objective objective, LocalDate day) {
    return new Stood(objective, Standing.of(objective, value(objective, day), day, calendar));
  }

  private @Nullable BigDecimal value(Objective objective, LocalDate day) {
    Link link = objective.link();
    if (link == null) {
      Reported reported = objective.reported();
      return reported == null ? null : reported.value();
    }
    LocalDate last = day.isAfter(objective.due()) ? objective.due() : day;
    return last.isBefore(objective.from())
        ? null
        : link.gauge().value(counts(link, new Period(objective.from(), last))).orElse(null);
  }

  private Counts counts(Link link, Period period) {
    String unit = link.unit();
    String procedure = link.procedure();
    Collection<Counts> byDay =
        unit != null
            ? indicators.unit(unit, procedure, period).values()
            : procedure != null
                ? indicators.procedure(procedure, period).values()
                : indicators.city(period).values();
    return byDay.stream().reduce(Counts.NONE, Counts::plus);
  }
}
