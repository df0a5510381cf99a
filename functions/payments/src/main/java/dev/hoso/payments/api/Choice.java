package dev.hoso.payments.api;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Refused;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.gateways.Gateway;
import java.time.Instant;
import java.util.List;

/**
 * What a citizen chose, and whether it can be had. Pure.
 *
 * @param fee as it was asked for, wherever
 * @param gateway where the citizen wants to pay it
 * @param tries all that the fee was asked with so far
 */
record Choice(PaymentRequest fee, Gateway gateway, List<Payment> tries, Instant now) {
  /**
   * The fee has to be paid still, and nobody may pay it twice.
   *
   * @throws Refused where that is not so
   */
  void requireOpen(DossierStatus dossier) {
    if (tries.stream().anyMatch(Payment::holdsMoney)) {
      throw refused("already-paid", "The fee is paid. It must not be paid again.");
    }
    if (tries.stream().anyMatch(it -> it.undecided() != null)) {
      throw refused(
          "being-checked", "A gateway holds a payment of this fee back. Wait for its word.");
    }
    if (!now.isBefore(fee.expiresAt())) {
      throw refused("time-over", "The time to pay is over. The one-stop desk can ask anew.");
    }
    if (dossier.brokenOff()) {
      throw refused("dossier-ended", "The dossier has ended without a result; no fee is asked.");
    }
  }

  /** Whether a gateway takes what the fee is. */
  static boolean takes(Gateway gateway, PaymentRequest fee) {
    return gateway.currencies().contains(fee.currency())
        && fee.amount() >= gateway.least()
        && fee.amount() <= gateway.most();
  }

  /**
   * The gateway has to take the fee, from somebody who is led there.
   *
   * @param asked whether there is a way there that we could open
   * @throws Refused where that is not so
   */
  void requireTaken(boolean asked) {
    if (!takes(gateway, fee)) {
      throw refused(
          "fee-not-taken",
          "The gateway %s does not take this amount in %s. Choose another one."
              .formatted(gateway.code(), fee.currency()));
    }
    if (!asked) {
      throw refused(
          "gateway-not-choosable",
          "Nobody is led to the gateway %s from here. Choose another one."
              .formatted(gateway.code()));
    }
  }

  /**
   * The reference of that number: the same for every click and every receipt of the fee. The keys
   * that callers name have no spaces in them, so this is none of theirs.
   */
  PaymentReference reference(int number) {
    String key =
        "%d %s %s %s %d"
            .formatted(fee.amount(), fee.currency(), fee.description(), fee.expiresAt(), number);
    return gateway.references().forKey(fee.dossier().value(), key, now);
  }

  /** Whether the payment is what was chosen, and can be paid. */
  boolean answeredBy(Payment payment) {
    return payment.request().sameFee(fee) && payment.payable(now);
  }

  static Refused unknown() {
    return new Refused(404, "unknown-gateway", "There is no such gateway.");
  }

  static Refused tooMany() {
    return new Refused(
        429, "too-many-tries", "The fee was asked for too often. Pay it as it is asked for now.");
  }

  private static Refused refused(String type, String detail) {
    return new Refused(409, type, detail);
  }
}
