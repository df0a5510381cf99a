package dev.hoso.payments.gateways;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What can be asked of which gateway. Apart from {@link Gateways}, which only hear, so that a
 * webhook's cold start loads none of it, and no HTTP client.
 */
public final class Counters {
  private final Map<String, List<Counter>> counters;

  /** Those of all gateways. */
  public Counters(GatewaySettings settings) {
    Calls calls = new Calls();
    this.counters =
        Map.of(Vnpay.CODE, List.of(new VnpayPage(settings), new VnpayQueries(settings, calls)));
  }

  /** How a gateway is asked that; empty where it cannot be. */
  public <T extends Counter> Optional<T> find(String gateway, Class<T> what) {
    return counters.getOrDefault(gateway, List.of()).stream()
        .filter(what::isInstance)
        .map(what::cast)
        .findFirst();
  }
}
