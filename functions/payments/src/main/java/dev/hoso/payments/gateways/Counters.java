package dev.hoso.payments.gateways;

import java.util.Map;
import java.util.Optional;

/**
 * What can be asked of which gateway. Apart from {@link Gateways}, which only hear, so that a
 * webhook's cold start loads none of it.
 */
public final class Counters {
  private final Map<String, Asking> asking;

  /** Those of all gateways. */
  public Counters(GatewaySettings settings) {
    this.asking =
        Map.of(Vnpay.CODE, new VnpayPage(settings), Sepay.CODE, new SepayTransfer(settings));
  }

  /** How a gateway is asked to take a payment; empty where it is asked by somebody else. */
  public Optional<Asking> asking(String gateway) {
    return Optional.ofNullable(asking.get(gateway));
  }
}
