package dev.hoso.local.gateways;

import java.util.HashMap;
import java.util.Map;

/**
 * VNPAY 2.1.0: lower-case hex of an HMAC-SHA512 over the parameters sorted by name and
 * form-encoded, without the hash itself and without empty values
 * (sandbox.vnpayment.vn/apis/docs/thanh-toan-pay/pay.html).
 */
final class VnpaySignature {
  private static final String HASH = "vnp_SecureHash";

  private final String secret;

  VnpaySignature(String secret) {
    this.secret = secret;
  }

  /** The parameters as a query, signed. */
  String sign(Map<String, String> parameters) {
    return encoded(parameters) + "&" + HASH + "=" + hash(parameters);
  }

  /** Whether the parameters carry the right hash. */
  boolean verifies(Map<String, String> parameters) {
    return Proof.same(parameters.getOrDefault(HASH, ""), hash(parameters));
  }

  private String hash(Map<String, String> parameters) {
    return Proof.hex512(secret, encoded(parameters));
  }

  private static String encoded(Map<String, String> parameters) {
    Map<String, String> signed = new HashMap<>(parameters);
    signed.entrySet().removeIf(it -> it.getKey().startsWith(HASH) || it.getValue().isEmpty());
    return Query.of(signed);
  }
}
