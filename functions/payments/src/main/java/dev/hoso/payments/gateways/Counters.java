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
        Map.of(
            Vnpay.CODE, List.of(new VnpayPage(settings), new VnpayQueries(settings, calls)),
            Sepay.CODE, List.of(new SepayTransfer(settings)),
            Momo.CODE, List.of(new MomoCounter(settings, calls)),
            Zalopay.CODE, List.of(new ZalopayCounter(settings, calls)),
            Payos.CODE, List.of(new PayosCounter(settings, calls)),
            Stripe.CODE, stripe(new StripeApi(settings, calls)),
            Govukpay.CODE, govukpay(new GovukpayApi(settings, calls)),
            Dvcqg.CODE, List.of(new DvcqgQueries(settings, calls)));
  }

  private static List<Counter> stripe(StripeApi api) {
    StripeCounter counter = new StripeCounter(api);
    return List.of(counter, new StripeRefunds(api, counter));
  }

  private static List<Counter> govukpay(GovukpayApi api) {
    return List.of(new GovukpayCounter(api), new GovukpayRefunds(api));
  }

  /** How a gateway is asked that; empty where it cannot be. */
  public <T extends Counter> Optional<T> find(String gateway, Class<T> what) {
    return counters.getOrDefault(gateway, List.of()).stream()
        .filter(what::isInstance)
        .map(what::cast)
        .findFirst();
  }
}
