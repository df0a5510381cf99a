package dev.hoso.payments.gateways;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** The addresses that gateways give us for citizens: a browser opens them, so they are checked. */
final class WebAddress {
  private static final Set<String> SCHEMES = Set.of("https", "http");

  private WebAddress() {}

  /**
   * A field that is an address of the web.
   *
   * @throws GatewayTrouble where it is none
   */
  static String of(String gateway, Json answer, String field) {
    String address = answer.text(field);
    if (address == null || !isOne(address)) {
      throw new GatewayTrouble(gateway, GatewayTrouble.Kind.NOT_UNDERSTOOD, field);
    }
    return address;
  }

  private static boolean isOne(String address) {
    try {
      URI uri = new URI(address);
      return uri.getHost() != null && SCHEMES.contains(uri.getScheme());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
