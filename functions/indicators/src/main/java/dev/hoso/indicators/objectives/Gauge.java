package dev.hoso.indicators.objectives;

import dev.hoso.indicators.Counts;
import dev.hoso.indicators.Measure;
import dev.hoso.indicators.Measure.When;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * An indicator that an objective can be linked to: a share of dossiers, or with {@code count:}
 * before it how many there are of a measure.
 *
 * @param code as it is written in JSON and in the table
 */
public record Gauge(String code) {
  private static final String COUNT = "count:";
  private static final int DIGITS = 4;

  /** Measures of dossiers; those of payments and messages come by gateway and channel. */
  private static final Set<When> COUNTED =
      EnumSet.complementOf(EnumSet.of(When.PAID, When.REFUNDED, When.TOLD));

  private static final List<Share> SHARES =
      List.of(
          // Decided early or on the promised day, of all that had one.
          new Share(
              "onTime",
              all -> all.of(Measure.EARLY) + all.of(Measure.ON_TIME),
              all -> all.of(Measure.DECIDED) - all.of(Measure.UNPROMISED)),
          // Filed online, of all received.
          Share.of("online", Measure.ONLINE, Measure.RECEIVED),
          // Paid online, of all with a fee.
          Share.of("paidOnline", Measure.PAID_ONLINE, Measure.WITH_FEE),
          // With an electronic result, of all whose procedure returns a paper.
          Share.of("electronic", Measure.ELECTRONIC, Measure.PAPER_DUE),
          // Papers with an electronic copy, of all that were filed.
          Share.of("partsDigitised", Measure.PARTS_DIGITISED, Measure.PARTS),
          // That the national portal has, of all received.
          Share.of("synchronised", Measure.SYNCHRONISED, Measure.RECEIVED),
          // Rated 4 or 5, of all rated.
          new Share(
              "satisfied",
              all -> all.of(Measure.RATED, "4") + all.of(Measure.RATED, "5"),
              all -> all.of(Measure.RATED)));

  /** A share: what it divides by what. */
  private record Share(String code, ToLongFunction<Counts> good, ToLongFunction<Counts> whole) {
    static Share of(String code, Measure good, Measure whole) {
      return new Share(code, all -> all.of(good), all -> all.of(whole));
    }

    /** Empty where there is nothing to have a share of. */
    Optional<BigDecimal> value(Counts all) {
      long of = whole.applyAsLong(all);
      return of > 0 ? Optional.of(divided(good.applyAsLong(all), of)) : Optional.empty();
    }
  }

  /** The gauge of a code; empty where there is no such indicator. */
  public static Optional<Gauge> of(String code) {
    boolean known = code.startsWith(COUNT) ? measure(code).isPresent() : share(code).isPresent();
    return known ? Optional.of(new Gauge(code)) : Optional.empty();
  }

  /** The shares' codes, to name them to who sent another one. */
  public static String shares() {
    return String.join(", ", SHARES.stream().map(Share::code).toList());
  }

  /** Whether it is from 0 to 1. */
  public boolean isShare() {
    return !code.startsWith(COUNT);
  }

  /** The value; empty where there is nothing to have a share of. */
  public Optional<BigDecimal> value(Counts all) {
    return isShare()
        ? share(code).flatMap(it -> it.value(all))
        : measure(code).map(all::of).map(BigDecimal::valueOf);
  }

  private static BigDecimal divided(long good, long of) {
    return BigDecimal.valueOf(good).divide(BigDecimal.valueOf(of), DIGITS, RoundingMode.DOWN);
  }

  private static Optional<Share> share(String code) {
    return SHARES.stream().filter(it -> it.code().equals(code)).findFirst();
  }

  private static Optional<Measure> measure(String code) {
    return Arrays.stream(Measure.values())
        .filter(it -> COUNTED.contains(it.when()))
        .filter(it -> code.equals(COUNT + it.code()))
        .findFirst();
  }
}
