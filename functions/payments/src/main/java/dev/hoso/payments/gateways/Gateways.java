package dev.hoso.payments.gateways;

import java.util.List;
import java.util.Optional;

/** The gateways that we hear. A new one is a file beside this one, and a line in it. */
public final class Gateways {
  private final List<Gateway> gateways;

  public Gateways(GatewaySettings settings) {
    this.gateways =
        List.of(
            new Vnpay(settings),
            new Momo(settings),
            new Zalopay(settings),
            new Payos(settings),
            new Sepay(settings),
            new Stripe(settings),
            new Govukpay(settings),
            new Dvcqg(settings),
            new Standard(settings));
  }

  /** The gateway of that code. */
  public Optional<Gateway> find(String code) {
    return gateways.stream().filter(gateway -> gateway.code().equals(code)).findFirst();
  }

  /** The codes of all. */
  public List<String> codes() {
    return gateways.stream().map(Gateway::code).toList();
  }
}
