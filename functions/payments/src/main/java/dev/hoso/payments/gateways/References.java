package dev.hoso.payments.gateways;

import dev.hoso.payments.PaymentReference;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * References as we usually make them, at a gateway that carries these and perhaps not all others.
 *
 * @param form what it carries of what is a reference
 */
record References(Predicate<String> form, String rule) implements ReferenceForm {
  /** Whatever a reference can be. */
  static final ReferenceForm USUAL = new References(any -> true, PaymentReference.RULE);

  @Override
  public boolean carries(String reference) {
    return form.test(reference);
  }

  @Override
  public PaymentReference generated(Instant now) {
    return PaymentReference.generated(now);
  }

  @Override
  public PaymentReference forKey(String dossier, String idempotencyKey, Instant now) {
    return PaymentReference.forKey(dossier, idempotencyKey);
  }
}
