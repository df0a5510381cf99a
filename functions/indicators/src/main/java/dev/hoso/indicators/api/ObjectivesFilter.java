package dev.hoso.indicators.api;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.indicators.objectives.Measuring.Stood;
import dev.hoso.indicators.objectives.Objective;
import dev.hoso.indicators.objectives.Standing.State;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which objectives are asked for.
 *
 * @param state null for all
 * @param unit null for all
 */
public record ObjectivesFilter(@Nullable State state, @Nullable String unit) {
  /**
   * Reads what was asked for; what is empty, as a form sends it, is all.
   *
   * @throws Invalid where there is no such state or unit
   */
  static ObjectivesFilter parse(
      @Nullable String state, @Nullable String unit, Catalogue catalogue) {
    List<Fault> faults = new ArrayList<>();
    State asked = given(state) ? state(String.valueOf(state), faults) : null;
    if (given(unit) && catalogue.unit(String.valueOf(unit)).isEmpty()) {
      faults.add(new Fault("unit", "must be the code of a unit of the catalogue"));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return new ObjectivesFilter(asked, given(unit) ? unit : null);
  }

  private static boolean given(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  private static @Nullable State state(String code, List<Fault> faults) {
    for (State state : State.values()) {
      if (state.code().equals(code)) {
        return state;
      }
    }
    faults.add(new Fault("state", "must be done, onTrack, atRisk or late"));
    return null;
  }

  boolean ofUnit(Objective objective) {
    return unit == null || unit.equals(objective.unit());
  }

  boolean inState(Stood stood) {
    return state == null || state == stood.standing().state();
  }
}
