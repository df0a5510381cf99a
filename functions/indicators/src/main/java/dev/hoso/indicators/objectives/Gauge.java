package dev.hoso.indicators.objectives;

import dev.hoso.indicators.Counts;
import dev.hoso.indicators.Measure;
import dev.hoso.indicators.Measure.When;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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

  /** The shares, each of them with what it divides by what. */
  private enum Share {
    /** Decided early or on the promised day, of all that had one. */
    ON_TIME("onTime") {
      @Override
      long good(Counts all) {
        return all.of(Measure.EARLY) + all.of(Measure.ON_TIME);
      }

      @Override
      long of(Counts all) {
        return all.of(Measure.DECIDED) - all.of(Measure.UNPROMISED);
      }
    },
    /** Filed online, of all received. */
    ONLINE("online") {
      @Override
      long good(Counts all) {
        return all.of(Measure.ONLINE);
      }

      @Override
      long of(Counts all) {
        return all.of(Measure.RECEIVED);
      }
    },
    /** Paid online, of all with a fee. */
    PAID_ONLINE("paidOnline") {
      @Override
      long good(Counts all) {
        return all.of(Measure.PAID_ONLINE);
      }

      @Override
      long of(Counts all) {
        return all.of(Measure.WITH_FEE);
      }
    },
    /** With an electronic result, of all whose procedure returns a paper. */
    ELECTRONIC("electronic") {
      @Override
      long good(Counts all) {
        return all.of(Measure.ELECTRONIC);
      }

      @Override
      long of(Counts all) {
        return all.of(Measure.PAPER_DUE);
      }
    },
    /** Papers with an electronic copy, of all that were filed. */
    PARTS_DIGITISED("partsDigitised") {
      @Override
      long good(Counts all) {
        return all.of(Measure.PARTS_DIGITISED);
      }

      @Override
      long of(Counts all) {
        return all.of(Measure.PARTS);
      }
    },
    /** That the national portal has, of all received. */
    SYNCHRONISED("synchronised") {
      @Override
      long good(Counts all) {
        return all.of(Measure.SYNCHRONISED);
      }

      @Override
      long of(Counts all) {
        return all.of(Measure.RECEIVED);
      }
    },
    /** Rated 4 or 5, of all rated. */
    SATISFIED("satisfied") {
      @Override
      long good(Counts all) {
        return all.of(Measure.RATED, "4") + all.of(Measure.RATED, "5");
      }

      @Override
      long of(Counts all) {
        return all.of(Measure.RATED);
      }
    };

    private final String code;

    Share(String code) {
      this.code = code;
    }

    abstract long good(Counts all);

    abstract long of(Counts all);
  }

  /** The gauge of a code; empty where there is no such indicator. */
  public static Optional<Gauge> of(String code) {
    boolean known = code.startsWith(COUNT) ? measure(code).isPresent() : share(code).isPresent();
    return known ? Optional.of(new Gauge(code)) : Optional.empty();
  }

  /** The shares' codes, to name them to who sent another one. */
  public static String shares() {
    return String.join(", ", Arrays.stream(Share.values()).map(it -> it.code).toList());
  }

  /** Whether it is from 0 to 1. */
  public boolean isShare() {
    return !code.startsWith(COUNT);
  }

  /** The value; empty where there is nothing to have a share of. */
  public Optional<BigDecimal> value(Counts all) {
    return isShare()
        ? share(code).filter(it -> it.of(all) > 0).map(it -> divided(it.good(all), it.of(all)))
        : measure(code).map(all::of).map(BigDecimal::valueOf);
  }

  private static BigDecimal divided(long good, long of) {
    return BigDecimal.valueOf(good).divide(BigDecimal.valueOf(of), DIGITS, RoundingMode.DOWN);
  }

  private static Optional<Share> share(String code) {
    return Arrays.stream(Share.values()).filter(it -> it.code.equals(code)).findFirst();
  }

  private static Optional<Measure> measure(String code) {
    return Arrays.stream(Measure.values())
        .filter(it -> COUNTED.contains(it.when()))
        .filter(it -> code.equals(COUNT + it.code()))
        .findFirst();
  }
}
