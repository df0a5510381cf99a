package dev.hoso.local.vnpay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * VNPAY 2.1.0: lower-case hex of an HMAC-SHA512 over the parameters sorted by name and
 * form-encoded, without the hash itself and without empty values
 * (sandbox.vnpayment.vn/apis/docs/thanh-toan-pay/pay.html).
 */
public final class Signature {
  private static final String HASH = "vnp_SecureHash";

  private final String secret;

  /**
   * Signs with one secret.
   *
   * @param secret of several, separated by commas, the first is the one that signs
   */
  public Signature(String secret) {
    this.secret = secret.split(",", 2)[0].strip();
  }

  /** The parameters as a query, signed. */
  public String sign(Map<String, String> parameters) {
    return encoded(parameters) + "&" + HASH + "=" + hash(parameters);
  }

  /** Whether the parameters carry the right hash. */
  public boolean verifies(Map<String, String> parameters) {
    byte[] given = parameters.getOrDefault(HASH, "").getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, hash(parameters).getBytes(StandardCharsets.UTF_8));
  }

  private String hash(Map<String, String> parameters) {
    try {
      Mac mac = Mac.getInstance("HmacSHA512");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA512"));
      byte[] input = encoded(parameters).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(input));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(Map<String, String> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .filter(entry -> !entry.getKey().startsWith(HASH) && !entry.getValue().isEmpty())
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
