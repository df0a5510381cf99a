package dev.hoso.payments.gateways;

import dev.hoso.core.Invalid;
import dev.hoso.payments.PaymentReference;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How payments can be called at a gateway: what its field carries, and what comes back whole.
 *
 * <p>A gateway names a payment by this alone, so that its webhook finds it without looking.
 */
public interface ReferenceForm {
  /** Whether the gateway carries what is a reference. */
  boolean carries(String reference);

  /** What it carries, in a sentence, for the caller who named another. */
  String rule();

  /** A new one. */
  PaymentReference generated(Instant now);

  /**
   * The one that a caller's idempotency key always gives for a dossier: repeats meet in it.
   *
   * @param now where the day is a part of it, repeats meet on one day
   */
  PaymentReference forKey(String dossier, String idempotencyKey, Instant now);

  /** The reference that the gateway wrote; empty where it cannot be one of ours. */
  default Optional<PaymentReference> of(@Nullable String text) {
    return PaymentReference.of(text).filter(it -> carries(it.value()));
  }

  /**
   * Reads a reference that a caller names.
   *
   * @param field the name to complain under
   * @throws Invalid when the gateway cannot carry it
   */
  default PaymentReference parse(String field, String text) {
    return of(text).orElseThrow(() -> new Invalid(field, rule()));
  }
}
