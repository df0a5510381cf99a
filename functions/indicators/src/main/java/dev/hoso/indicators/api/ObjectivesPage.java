package dev.hoso.indicators.api;

import dev.hoso.core.Language;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.indicators.objectives.Measuring.Stood;
import dev.hoso.indicators.objectives.Objective.Link;
import dev.hoso.indicators.objectives.Standing;
import dev.hoso.indicators.objectives.Standing.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/**
 * Objectives as their page shows them: the late ones first.
 *
 * @param all those of the unit that is asked for, in whatever state
 * @param now when they were measured
 */
public record ObjectivesPage(
    List<Stood> all, ObjectivesFilter filter, Language language, Catalogue catalogue, Instant now)
    implements Worded {
  /** As the weekly list's, with a form to choose by. */
  static final String STYLE =
      LatePage.STYLE
          + """
          form{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:end}\
          form>div{min-width:0;max-width:100%}label{margin:0}\
          select{font:inherit;padding:.6rem;border:2px solid #333;background:#fff;color:#111;max-width:100%}\
          .mark{white-space:nowrap;font-weight:bold}\
          .late{color:#a30000}.atRisk{color:#8a4500}.onTrack{color:#004f9e}.done{color:#006b3c}""";

  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
  private static final List<State> WORST_FIRST =
      List.of(State.LATE, State.AT_RISK, State.ON_TRACK, State.DONE);

  /** Those that are asked for: late ones first, then by their last day. */
  public List<Stood> rows() {
    Comparator<Stood> worst =
        Comparator.comparingInt(it -> WORST_FIRST.indexOf(it.standing().state()));
    return all.stream()
        .filter(filter::inState)
        .sorted(
            worst
                .thenComparing(it -> it.objective().due())
                .thenComparing(it -> it.objective().id()))
        .toList();
  }

  public List<State> states() {
    return WORST_FIRST;
  }

  public long count(State state) {
    return all.stream().filter(it -> it.standing().state() == state).count();
  }

  /** What a state is called. */
  public String state(State state) {
    return switch (state) {
      case DONE -> say("Hoàn thành", "Done");
      case ON_TRACK -> say("Đúng tiến độ", "On track");
      case AT_RISK -> say("Có nguy cơ trễ", "At risk");
      case LATE -> say("Quá hạn", "Late");
    };
  }

  /** All units, to choose one. */
  public List<Unit> units() {
    return catalogue.units();
  }

  public boolean chosen(State state) {
    return state == filter.state();
  }

  public boolean chosen(Unit unit) {
    return unit.code().equals(filter.unit());
  }

  public String hour() {
    return HOUR.format(Time.vietnam(now));
  }

  public String title(Stood stood) {
    return stood.objective().title().in(language);
  }

  /** The value and the target: in percent where a share is measured. */
  public String value(Stood stood) {
    Link link = stood.objective().link();
    boolean share = link != null && link.gauge().isShare();
    BigDecimal value = stood.standing().value();
    return (value == null ? "–" : number(value, share))
        + " / "
        + number(stood.objective().target(), share);
  }

  private String number(BigDecimal number, boolean share) {
    BigDecimal shown =
        share
            ? number.movePointRight(2).setScale(1, RoundingMode.DOWN)
            : number.stripTrailingZeros();
    String text = shown.max(BigDecimal.ZERO).toPlainString();
    return (language == Language.VI ? text.replace('.', ',') : text) + (share ? "%" : "");
  }

  /** In whole percent, at most 100. */
  public String percent(BigDecimal share) {
    return share.min(BigDecimal.ONE).movePointRight(2).setScale(0, RoundingMode.DOWN) + "%";
  }

  /** How late it is. */
  public String late(Standing standing) {
    return standing.daysLate()
        + say(" ngày làm việc", standing.daysLate() == 1 ? " working day" : " working days");
  }

  /** This page with one state alone. */
  public String address(State state) {
    return address("state=" + state.code() + "&lang=" + language.code());
  }

  /** This page in the other language. */
  public String otherAddress() {
    String state = filter.state() == null ? "" : "state=" + filter.state().code() + "&";
    return address(state + "lang=" + otherLanguage().code());
  }

  private String address(String rest) {
    return "/objectives?" + (filter.unit() == null ? "" : "unit=" + filter.unit() + "&") + rest;
  }
}
