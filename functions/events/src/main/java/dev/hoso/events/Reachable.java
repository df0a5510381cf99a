package dev.hoso.events;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Which addresses belong to the public internet. Whoever subscribes chooses whom we call, and must
 * not get us to call what only we can reach: this machine, its network, the cloud's metadata
 * (https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html).
 */
final class Reachable {
  private Reachable() {}

  /** Whether it is public, by IANA's registries of special-purpose addresses. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int a = bytes[0] & 0xff;
    int b = bytes[1] & 0xff;
    int c = bytes[2] & 0xff;
    return switch (a) {
      case 0, 10, 127 -> false;
      case 100 -> b < 64 || b > 127;
      case 169 -> b != 254;
      case 172 -> b < 16 || b > 31;
      case 192 -> b != 168 && !(b == 0 && (c == 0 || c == 2)) && !(b == 88 && c == 99);
      case 198 -> b != 18 && b != 19 && !(b == 51 && c == 100);
      case 203 -> !(b == 0 && c == 113);
      // 224 and above: to many, reserved, to all.
      default -> a < 224;
    };
  }

  /** Only 2000::/3 is given out; of that, 6to4 and Teredo lead to any IPv4 address. */
  private static boolean isPublic6(byte[] bytes) {
    int first = ((bytes[0] & 0xff) << 8) | (bytes[1] & 0xff);
    int second = ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    boolean given = first >> 13 == 1;
    boolean special = first == 0x2002 || (first == 0x2001 && (second < 0x200 || second == 0xdb8));
    return given && !special;
  }
}
