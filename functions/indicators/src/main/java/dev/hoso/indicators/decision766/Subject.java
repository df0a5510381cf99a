package dev.hoso.indicators.decision766;

import dev.hoso.indicators.Counts;
import dev.hoso.indicators.Measure;
import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Who is scored, with all that is known of the period.
 *
 * @param counts of all procedures together
 * @param procedures the counts of each
 * @param proceduresWithFee how many procedures there are that have a fee, whether or not anybody
 *     asked for them
 * @param entered what was entered by hand, by part
 */
public record Subject(
    Counts counts,
    Collection<Counts> procedures,
    long proceduresWithFee,
    Map<String, Ratio> entered) {
  long of(Measure measure) {
    return counts.of(measure);
  }

  /** How many procedures of which this is so. */
  long proceduresThat(Predicate<Counts> so) {
    return procedures.stream().filter(so).count();
  }
}
