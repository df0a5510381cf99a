package dev.hoso.payments;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A call of VNPAY's as its documentation says, signed by code of its own. */
final class Ipn {
  static final String TERMINAL = "DEMOTTHC";
  static final String SECRET = "QX7N3WPLRTZC9VBMKJHGFDSA2Y5U8E4D";

  private final Map<String, String> parameters = new TreeMap<>();

  private Ipn() {}

  /** Paid, 50.000đ, on 23 November 2026 at 14:30:05. */
  static Ipn paid(String reference) {
    return new Ipn()
        .with("vnp_Amount", "5000000")
        .with("vnp_BankCode", "NCB")
        .with("vnp_BankTranNo", "VNP14812201")
        .with("vnp_CardType", "ATM")
        .with("vnp_OrderInfo", "Le phi ho so H26.15-261123-0042")
        .with("vnp_PayDate", "20261123143005")
        .with("vnp_TmnCode", TERMINAL)
        .with("vnp_TransactionNo", "14812201")
        .with("vnp_TxnRef", reference)
        .codes("00", "00");
  }

  /** Cancelled by the customer. */
  static Ipn failed(String reference) {
    return paid(reference).codes("24", "02").with("vnp_TransactionNo", "0");
  }

  /** The money is taken and held back. */
  static Ipn suspected(String reference) {
    return paid(reference).codes("07", "07");
  }

  Ipn with(String name, String value) {
    parameters.put(name, value);
    return this;
  }

  Ipn without(String name) {
    parameters.remove(name);
    return this;
  }

  Ipn codes(String response, String status) {
    return with("vnp_ResponseCode", response).with("vnp_TransactionStatus", status);
  }

  Map<String, String> parameters() {
    return parameters;
  }

  /** The query, signed with the usual secret. */
  String query() {
    return query(SECRET);
  }

  String query(String secret) {
    return encoded(parameters) + "&vnp_SecureHash=" + signature(secret, encoded(parameters));
  }

  static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  static String signature(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
