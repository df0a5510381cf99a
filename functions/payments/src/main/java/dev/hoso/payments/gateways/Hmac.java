package dev.hoso.payments.gateways;

import dev.hoso.core.ConstantTime;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes (RFC 2104), which most gateways sign with. */
public enum Hmac {
  /** Of 32 bytes. */
  SHA256("HmacSHA256"),
  /** Of 64 bytes. */
  SHA512("HmacSHA512");

  private static final HexFormat HEX = HexFormat.of();

  private final String algorithm;

  Hmac(String algorithm) {
    this.algorithm = algorithm;
  }

  /** The hash of the parts, one after the other. */
  public byte[] of(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }

  /** The hash of a text in lower-case hexadecimal digits. */
  public String hex(String secret, String text) {
    return hex(secret, bytes(text));
  }

  /** The hash of the parts in lower-case hexadecimal digits. */
  public String hex(String secret, byte[]... parts) {
    return HEX.formatHex(of(bytes(secret), parts));
  }

  /** Whether a text was signed so, in lower-case hexadecimal digits, as all gateways write them. */
  public boolean signed(String secret, String text, String signature) {
    return ConstantTime.same(hex(secret, text), signature);
  }

  /** A text as what is hashed. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
