package dev.hoso.indicators.objectives;

import dev.hoso.core.calendar.WorkingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an objective stands on a day. Pure.
 *
 * @param value measured or reported; null where nothing is known, which counts as 0
 * @param progress the value's share of the target, from 0; above 1 where it is passed
 * @param expected the share of its working days that are over, from 0 to 1
 * @param daysLate working days after its last one; 0 where it is not late
 */
public record Standing(
    State state,
    @Nullable BigDecimal value,
    BigDecimal progress,
    BigDecimal expected,
    long daysLate) {
  /** By how much of the whole it may be behind and is still on track. */
  private static final BigDecimal SLACK = new BigDecimal("0.1");

  private static final MathContext DIGITS = new MathContext(6);

  /** How it stands. */
  public enum State {
    /** The target is reached, whenever that was. */
    DONE("done"),
    /** As far as its time is over, or at most a tenth of the whole behind. */
    ON_TRACK("onTrack"),
    /** Further behind. */
    AT_RISK("atRisk"),
    /** Its last day is over. */
    LATE("late");

    private final String code;

    State(String code) {
      this.code = code;
    }

    /** The word in JSON and in the page's address. */
    public String code() {
      return code;
    }
  }

  /** How an objective with this value stands as the day begins. */
  public static Standing of(
      Objective objective, @Nullable BigDecimal value, LocalDate day, WorkingCalendar calendar) {
    BigDecimal known = value == null ? BigDecimal.ZERO : value;
    BigDecimal progress = known.divide(objective.target(), DIGITS).max(BigDecimal.ZERO);
    BigDecimal expected = expected(objective, day, calendar);
    boolean done = known.compareTo(objective.target()) >= 0;
    boolean over = day.isAfter(objective.due());
    long daysLate = done || !over ? 0 : calendar.workingDays(objective.due(), day);
    return new Standing(state(done, over, progress, expected), value, progress, expected, daysLate);
  }

  private static State state(boolean done, boolean over, BigDecimal progress, BigDecimal expected) {
    if (done) {
      return State.DONE;
    }
    if (over) {
      return State.LATE;
    }
    return progress.add(SLACK).compareTo(expected) >= 0 ? State.ON_TRACK : State.AT_RISK;
  }

  /** Days that have begun are not over yet; with no working day at all it is due at once. */
  private static BigDecimal expected(Objective objective, LocalDate day, WorkingCalendar calendar) {
    LocalDate before = objective.from().minusDays(1);
    long all = calendar.workingDays(before, objective.due());
    LocalDate last = day.isAfter(objective.due()) ? objective.due() : day.minusDays(1);
    long over = calendar.workingDays(before, last);
    return all == 0
        ? (last.isBefore(objective.from()) ? BigDecimal.ZERO : BigDecimal.ONE)
        : BigDecimal.valueOf(over).divide(BigDecimal.valueOf(all), DIGITS);
  }
}
