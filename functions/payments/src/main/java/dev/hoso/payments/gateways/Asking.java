package dev.hoso.payments.gateways;

import dev.hoso.payments.Asked;

/** Asking a gateway to take a payment. */
public interface Asking {
  /**
   * Opens the way for a citizen to pay. Asked again for the same reference it opens the same one.
   *
   * @throws MissingSetting where the gateway is not set up
   */
  Asked ask(PayPage page);
}
