package dev.hoso.local.gateways;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What proves that a text is from who has the key (RFC 2104). */
final class Proof {
  private Proof() {}

  /** HMAC-SHA256 in lower-case hexadecimal digits. */
  static String hex(String key, String text) {
    return HexFormat.of().formatHex(hmac("HmacSHA256", bytes(key), text));
  }

  /** HMAC-SHA512 in lower-case hexadecimal digits. */
  static String hex512(String key, String text) {
    return HexFormat.of().formatHex(hmac("HmacSHA512", bytes(key), text));
  }

  /** HMAC-SHA256 in base64, with a key of bytes. */
  static String base64(byte[] key, String text) {
    return Base64.getEncoder().encodeToString(hmac("HmacSHA256", key, text));
  }

  /** Whether both are the same, without telling by time how much of them is. */
  static boolean same(String one, String other) {
    return MessageDigest.isEqual(bytes(one), bytes(other));
  }

  private static byte[] hmac(String algorithm, byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac.doFinal(bytes(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
