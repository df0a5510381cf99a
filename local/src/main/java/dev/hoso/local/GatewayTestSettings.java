package dev.hoso.local;

import dev.hoso.local.gateways.Gateways;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How the gateways are set up where nobody says otherwise: for the stand-ins on this machine. These
 * secrets are open, because they open nothing else. The bank is none: whoever scans the code of a
 * transfer pays nobody.
 */
final class GatewayTestSettings {
  static final String HASH_SECRET = "HOSO_GATEWAYS_VNPAY_HASH_SECRET";

  private static final String FIELDS =
      """
      VNPAY_TMN_CODE=HOSOTEST
      VNPAY_HASH_SECRET=LOCALTESTSECRET0123456789ABCDEFGH
      MOMO_PARTNER_CODE=HOSOTEST
      MOMO_ACCESS_KEY=localMomoAccess
      MOMO_SECRET_KEY=localMomoSecret0123456789
      ZALOPAY_APP_ID=990042
      ZALOPAY_KEY1=localZalopayKey1
      ZALOPAY_KEY2=localZalopayKey2
      PAYOS_CLIENT_ID=local-payos-client
      PAYOS_API_KEY=local-payos-api-key
      PAYOS_CHECKSUM_KEY=localPayosChecksum0123456789
      SEPAY_ACCOUNT_NUMBERS=0011002233445
      SEPAY_BANK_BIN=999999
      SEPAY_BANK_NAME=Ngân hàng thử (máy này)
      SEPAY_ACCOUNT_NAME=HOSO TEST
      SEPAY_SECRET=whsec_localSepay0123456789
      STRIPE_SECRET_KEY=local-stripe-secret-key
      STRIPE_ENDPOINT_SECRET=whsec_localStripe0123456789
      GOVUKPAY_API_KEY=local-govukpay-api-key
      GOVUKPAY_SIGNING_SECRET=localGovukpaySigning0123456789
      STANDARD_SECRETS=whsec_bG9jYWxTdGFuZGFyZFdlYmhvb2tzMDEyMzQ1Njc=
      DVCQG_CLIENT_ID=HOSO_TEST
      DVCQG_HASH_KEY1=localDvcqgKey1
      DVCQG_HASH_KEY2=localDvcqgKey2
      """;

  /** The national portal's, which is no gateway but one more system that stands in here. */
  private static final Map<String, String> PORTAL =
      Map.of(
          "HOSO_PORTAL_USERNAME", "hoso-local",
          "HOSO_PORTAL_PASSWORD", "localPortalPassword",
          "HOSO_PORTAL_UNIT", "H26");

  private GatewayTestSettings() {}

  /**
   * All of them, by name.
   *
   * @param standIns the address that the stand-ins are below
   */
  static Map<String, String> of(String standIns) {
    Map<String, String> settings = new HashMap<>(PORTAL);
    FIELDS
        .lines()
        .map(line -> line.split("=", 2))
        .forEach(field -> settings.put("HOSO_GATEWAYS_" + field[0], field[1]));
    for (String gateway : Gateways.codes()) {
      settings.put(
          "HOSO_GATEWAYS_" + gateway.toUpperCase(Locale.ROOT) + "_BASE_URL",
          standIns + "/" + gateway);
    }
    return settings;
  }
}
