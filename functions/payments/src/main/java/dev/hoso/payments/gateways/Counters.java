package dev.hoso.payments.gateways;

import java.util.Map;
import java.util.Optional;

/**
 * What can be asked of which gateway. Apart from {@link Gateways}, which only hear, so that a
 * webhook's cold start loads none of it.
 */
public final class Counters {
  private final Map<String, Asking> asking;
  private final Map<String, Inquiry> inquiries;
  private final Map<String, Refunding> refunding;

  /** Those of all gateways. */
  public Counters(GatewaySettings settings) {
    this.asking = Map.of(Vnpay.CODE, new VnpayPage(settings));
    this.inquiries = Map.of();
    this.refunding = Map.of();
  }

  /** How a gateway is asked to take a payment; empty where it has no way. */
  public Optional<Asking> asking(String gateway) {
    return Optional.ofNullable(asking.get(gateway));
  }

  /** How a gateway is asked for a payment's state; empty where it has no way. */
  public Optional<Inquiry> inquiry(String gateway) {
    return Optional.ofNullable(inquiries.get(gateway));
  }

  /** How money goes back through a gateway; empty where it has no way. */
  public Optional<Refunding> refunding(String gateway) {
    return Optional.ofNullable(refunding.get(gateway));
  }
}
