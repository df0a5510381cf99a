package dev.hoso.payments.gateways;

import dev.hoso.payments.PaymentReference;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * References as we usually make them, at a gateway that carries these and perhaps not all others.
 */
record References(Pattern form, String rule) implements ReferenceForm {
  /** Whatever a reference can be. */
  static final ReferenceForm USUAL = new References(Pattern.compile(".+"), PaymentReference.RULE);

  @Override
  public boolean carries(String reference) {
    return form.matcher(reference).matches();
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
