package dev.hoso.dossiers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What others reported of the dossier, with its judgement.
 *
 * @param payments by {@code <gateway>/<reference>}
 * @param results by their whole number, {@code H26.15-261123-0042-KQ1}
 */
public record Facts(Map<String, Payment> payments, Map<String, Result> results) {
  static final Facts NONE = new Facts(Map.of(), Map.of());

  public Facts {
    payments = Map.copyOf(payments);
    results = Map.copyOf(results);
  }

  Facts with(String paymentId, Payment payment) {
    Map<String, Payment> all = new LinkedHashMap<>(payments);
    all.put(paymentId, payment);
    return new Facts(all, results);
  }

  Facts with(Result result) {
    Map<String, Result> all = new LinkedHashMap<>(results);
    all.put(result.number(), result);
    return new Facts(payments, all);
  }

  /** The same with each result as the rule makes it. */
  Facts eachResult(UnaryOperator<Result> rule) {
    Map<String, Result> all = new LinkedHashMap<>(results);
    all.replaceAll((number, result) -> rule.apply(result));
    return new Facts(payments, all);
  }
}
