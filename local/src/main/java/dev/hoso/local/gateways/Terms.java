package dev.hoso.local.gateways;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a merchant asked a gateway for.
 *
 * @param reference the merchant's name for it
 * @param id the gateway's own name for it, the reference where it gives none
 * @param amount in the currency's smallest unit
 * @param currency in capital letters
 * @param returnUrl where the browser goes afterwards; empty for nowhere
 * @param webhook who is told
 * @param said what else the merchant said and gets back
 */
record Terms(
    String gateway,
    String reference,
    String id,
    long amount,
    String currency,
    String description,
    String returnUrl,
    String webhook,
    Instant created,
    Optional<Instant> expires,
    Map<String, String> said) {
  Terms {
    said = Map.copyOf(said);
  }

  String said(String name) {
    return said.getOrDefault(name, "");
  }
}
