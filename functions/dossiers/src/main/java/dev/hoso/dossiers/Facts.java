package dev.hoso.dossiers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What others reported of the dossier, with its judgement.
 *
 * @param payments by {@code <gateway>/<reference>}
 * @param results by their whole number, {@code H26.15-261123-0042-KQ1}
 * @param rating how the applicant says it went; null where they have not
 */
public record Facts(
    Map<String, Payment> payments, Map<String, Result> results, @Nullable Rating rating) {
  static final Facts NONE = new Facts(Map.of(), Map.of(), null);

  public Facts {
    payments = Map.copyOf(payments);
    results = Map.copyOf(results);
  }

  Facts with(String paymentId, Payment payment) {
    Map<String, Payment> all = new LinkedHashMap<>(payments);
    all.put(paymentId, payment);
    return new Facts(all, results, rating);
  }

  Facts with(Result result) {
    Map<String, Result> all = new LinkedHashMap<>(results);
    all.put(result.number(), result);
    return new Facts(payments, all, rating);
  }

  Facts with(@Nullable Rating said) {
    return new Facts(payments, results, said);
  }

  /** The same with each result as the rule makes it. */
  Facts eachResult(UnaryOperator<Result> rule) {
    Map<String, Result> all = new LinkedHashMap<>(results);
    all.replaceAll((number, result) -> rule.apply(result));
    return new Facts(payments, all, rating);
  }
}
