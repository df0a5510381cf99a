package dev.hoso.indicators.decision766;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A score with all that it is made of. Pure: it can be recomputed from what it shows.
 *
 * @param points of the parts that are known
 * @param outOf what these could give at most; 100 where all are known
 */
public record Score(BigDecimal points, BigDecimal outOf, List<Scored> parts) {
  private static final int DIGITS = 2;
  private static final int DIGITS_OF_SHARES = 4;

  /**
   * A part.
   *
   * @param points null where it is not known
   * @param max points at most
   * @param share null where it is not known
   * @param fullAt the share that all points are given for
   * @param inputs the numbers that it is made of, by their names
   */
  public record Scored(
      String part,
      String group,
      String vi,
      String en,
      @Nullable BigDecimal points,
      BigDecimal max,
      @Nullable BigDecimal share,
      BigDecimal fullAt,
      Map<String, Long> inputs) {}

  /** The score of somebody. */
  public static Score of(List<Part> parts, Subject subject) {
    List<Scored> scored = parts.stream().map(part -> scored(part, subject)).toList();
    return new Score(
        sum(scored.stream().map(Scored::points).flatMap(it -> Optional.ofNullable(it).stream())),
        sum(scored.stream().filter(it -> it.points() != null).map(Scored::max)),
        scored);
  }

  private static Scored scored(Part part, Subject subject) {
    BigDecimal share = part.formula().share(subject).orElse(null);
    return new Scored(
        part.formula().code(),
        part.group(),
        part.name().vi(),
        part.name().en(),
        share == null ? null : points(part, share),
        part.points(),
        share == null ? null : share.setScale(DIGITS_OF_SHARES, RoundingMode.HALF_UP),
        part.fullAt(),
        part.formula().inputs(subject));
  }

  /** All of them from the full share on, below it in proportion. */
  private static BigDecimal points(Part part, BigDecimal share) {
    BigDecimal most = part.points();
    return most.multiply(share)
        .divide(part.fullAt(), DIGITS, RoundingMode.HALF_UP)
        .min(most.setScale(DIGITS));
  }

  private static BigDecimal sum(Stream<BigDecimal> all) {
    return all.reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
