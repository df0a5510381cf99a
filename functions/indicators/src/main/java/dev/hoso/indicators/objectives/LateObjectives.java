package dev.hoso.indicators.objectives;

import dev.hoso.indicators.late.Late;
import dev.hoso.indicators.late.Lateness;
import dev.hoso.indicators.objectives.Measuring.Stood;
import dev.hoso.indicators.objectives.Standing.State;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Objectives that should have been done, for the weekly list. */
public record LateObjectives(Objectives objectives, Measuring measuring) implements Lateness {
  @Override
  public List<Late> of(String unit, LocalDate day) {
    return open(objectives.dueBefore(unit, day.toString()), day);
  }

  @Override
  public List<Late> dueOn(String unit, LocalDate day) {
    return open(objectives.dueOn(unit, day.toString()), day);
  }

  private List<Late> open(Stream<Objective> all, LocalDate day) {
    return all.map(objective -> measuring.one(objective, day))
        .filter(it -> it.standing().state() != State.DONE)
        .map(LateObjectives::late)
        .toList();
  }

  private static Late late(Stood stood) {
    Objective objective = stood.objective();
    return new Late(
        objective.unit(),
        objective.title().vi(),
        objective.role(),
        objective.due(),
        stood.standing().daysLate());
  }
}
