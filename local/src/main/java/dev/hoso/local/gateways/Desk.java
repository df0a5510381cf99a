package dev.hoso.local.gateways;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;

/**
 * What every gateway has at hand.
 *
 * @param settings what the functions are set up with, by name
 * @param address of this runtime
 */
record Desk(Orders orders, UnaryOperator<String> settings, URI address, InstantSource clock) {
  private static final String AREA = "/local/gateways/";
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /**
   * A setting, such as {@code MOMO_SECRET_KEY}; of a list the first, which is the one that signs.
   */
  String setting(String name) {
    return settings.apply("HOSO_GATEWAYS_" + name).split(",", 2)[0].strip();
  }

  Instant now() {
    return clock.instant();
  }

  /** A time in Vietnam, where most of the gateways are. */
  static String vietnam(String pattern, Instant time) {
    return DateTimeFormatter.ofPattern(pattern).withZone(VIETNAM).format(time);
  }

  /** What stands before the paths of a gateway's documents. */
  String base(String gateway) {
    return address + AREA + gateway;
  }

  /** Where a person pays. */
  String payUrl(String gateway, String id) {
    return base(gateway) + PayPage.PATH + "?order=" + id;
  }

  /** Our webhook, where a merchant names it in the gateway's settings and not with each order. */
  String webhook(String gateway) {
    return address + "/webhooks/" + gateway;
  }
}
