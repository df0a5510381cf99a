package dev.hoso.notifications.codes;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Who sends, as far as the network tells. */
final class NetworkAddress {
  /**
   * RFC 6177: a site has the rest of the address to itself, so each of its addresses is its own.
   */
  private static final int SITE = 8;

  private NetworkAddress() {}

  /** The address to count by: of IPv6 the first half. Whoever cannot be told apart is one. */
  static String counted(@Nullable String sourceIp) {
    try {
      InetAddress address = InetAddress.ofLiteral(sourceIp == null ? "" : sourceIp);
      return address instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), SITE))
          : address.getHostAddress();
    } catch (IllegalArgumentException noAddress) {
      return "unknown";
    }
  }
}
