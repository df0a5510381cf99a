package dev.hoso.indicators.dashboard;

import dev.hoso.core.AtOnce;
import dev.hoso.core.Time;
import dev.hoso.indicators.Aged;
import dev.hoso.indicators.Counts;
import dev.hoso.indicators.Indicators;
import dev.hoso.indicators.Measure;
import dev.hoso.indicators.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of the city or of a unit, as they were read at one moment.
 *
 * @param unit null for the city
 * @param days what happened in the last {@link #DAYS} days; a day on which nothing did is left out
 * @param open what is not decided, by unit
 */
public record Dashboard(
    Instant asOf,
    @Nullable String unit,
    SortedMap<LocalDate, Counts> days,
    SortedMap<String, Aged> open) {
  /** How far the trend goes back, today with it. */
  public static final int DAYS = 30;

  /** From receipt to result; what happened in the same days, not to the same dossiers. */
  private static final List<Figure> FUNNEL =
      List.of(Figure.RECEIVED, Figure.DECIDED, Figure.DONE, Figure.ELECTRONIC, Figure.RETURNED);

  private static final Comparator<Late> LATEST =
      Comparator.comparingLong((Late it) -> it.aged().open().overdue())
          .reversed()
          .thenComparing(Late::unit);

  /** A unit and what is open there. */
  public record Late(String unit, Aged aged) {}

  /** What came in by a gateway. */
  public record Way(String gateway, long payments, long amount) {}

  /**
   * What became of the messages of a channel.
   *
   * @param cost in millionths of a US dollar
   */
  public record Channel(String code, long sent, long delivered, long failed, long cost) {}

  /**
   * Reads them as they are now: seven requests at most, at the same time, whatever the city's size.
   */
  static Dashboard read(Indicators indicators, @Nullable String unit, Instant now) {
    LocalDate today = Time.day(now);
    Period period = period(today);
    return AtOnce.both(
        () -> unit == null ? indicators.city(period) : indicators.unit(unit, null, period),
        () -> indicators.agedByUnit(today),
        (days, open) -> new Dashboard(now, unit, days, unit == null ? open : only(unit, open)));
  }

  public LocalDate today() {
    return Time.day(asOf);
  }

  /** The days of the trend. */
  public Period period() {
    return period(today());
  }

  public Counts on(LocalDate day) {
    return days.getOrDefault(day, Counts.NONE);
  }

  /** All days together. */
  public Counts total() {
    return days.values().stream().reduce(Counts.NONE, Counts::plus);
  }

  /** All units together. */
  public Aged nowOpen() {
    return open.values().stream().reduce(Aged.NONE, Aged::plus);
  }

  public List<Figure> funnel() {
    return FUNNEL;
  }

  /** Units with anything overdue, the most first. */
  public List<Late> latest() {
    return open.entrySet().stream()
        .filter(it -> it.getValue().open().overdue() > 0)
        .map(it -> new Late(it.getKey(), it.getValue()))
        .sorted(LATEST)
        .toList();
  }

  /** Gateways by which anything came in, the most money first. */
  public List<Way> ways() {
    Counts total = total();
    return total.byPart(Measure.PAID).entrySet().stream()
        .map(it -> new Way(it.getKey(), it.getValue(), total.of(Measure.PAID_AMOUNT, it.getKey())))
        .sorted(
            Comparator.comparingLong(Way::amount)
                .thenComparingLong(Way::payments)
                .reversed()
                .thenComparing(Way::gateway))
        .toList();
  }

  /** Channels by which anything was told or should have been. */
  public List<Channel> channels() {
    Counts total = total();
    SortedSet<String> codes = new TreeSet<>();
    Stream.of(Measure.SENT, Measure.DELIVERED, Measure.FAILED)
        .forEach(it -> codes.addAll(total.byPart(it).keySet()));
    return codes.stream()
        .map(
            code ->
                new Channel(
                    code,
                    total.of(Measure.SENT, code),
                    total.of(Measure.DELIVERED, code),
                    total.of(Measure.FAILED, code),
                    total.of(Measure.COST, code)))
        .toList();
  }

  private static Period period(LocalDate today) {
    return new Period(today.minusDays(DAYS - 1L), today);
  }

  private static SortedMap<String, Aged> only(String unit, SortedMap<String, Aged> open) {
    Aged of = open.get(unit);
    return of == null ? Collections.emptySortedMap() : new TreeMap<>(Map.of(unit, of));
  }
}
