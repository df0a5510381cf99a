package dev.hoso.indicators.decision766;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** So many of so many. */
public record Ratio(long good, long of) {
  private static final int DIGITS = 6;

  /** The share; empty where there is nothing to have a share of. */
  Optional<BigDecimal> share() {
    return of == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(good).divide(BigDecimal.valueOf(of), DIGITS, RoundingMode.HALF_UP));
  }

  Ratio plus(Ratio other) {
    return new Ratio(good + other.good, of + other.of);
  }
}
