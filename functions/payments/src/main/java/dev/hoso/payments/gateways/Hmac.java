package dev.hoso.payments.gateways;

import dev.hoso.core.ConstantTime;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed hashes (RFC 2104), which most gateways sign with. */
public final class Hmac {
  /** Of 32 bytes. */
  public static final Hmac SHA256 = new Hmac("HmacSHA256");

  /** Of 64 bytes. */
  public static final Hmac SHA512 = new Hmac("HmacSHA512");

  private static final HexFormat HEX = HexFormat.of();

  /** More secrets than are ever set up at once; who tries more than that begins anew. */
  private static final int MOST_READY = 256;

  private final String algorithm;

  /** A third of a short text's hash is making the key ready; it is copied instead. */
  private final Map<String, Mac> ready = new ConcurrentHashMap<>();

  private Hmac(String algorithm) {
    this.algorithm = algorithm;
  }

  /** The hash of the parts, one after the other. */
  public byte[] of(byte[] key, byte[]... parts) {
    return finished(keyed(key), parts);
  }

  private byte[] of(String secret, byte[]... parts) {
    Mac mac = ready.get(secret);
    if (mac == null) {
      if (ready.size() > MOST_READY) {
        ready.clear();
      }
      mac = ready.computeIfAbsent(secret, it -> keyed(bytes(it)));
    }
    try {
      return finished((Mac) mac.clone(), parts);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The JDK's own can be copied", e);
    }
  }

  private Mac keyed(byte[] key) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key, algorithm));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has " + algorithm, e);
    }
  }

  private static byte[] finished(Mac mac, byte[]... parts) {
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  /** The hash of a text in lower-case hexadecimal digits. */
  public String hex(String secret, String text) {
    return hex(secret, bytes(text));
  }

  /** The hash of the parts in lower-case hexadecimal digits. */
  public String hex(String secret, byte[]... parts) {
    return HEX.formatHex(of(secret, parts));
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
