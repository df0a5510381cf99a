package dev.hoso.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A stable name for what is the same. */
public final class Sha256 {
  private Sha256() {}

  /** SHA-256 over the parts, each ended by a byte that no text has inside. */
  public static byte[] of(String... parts) {
    MessageDigest digest = digest();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return digest.digest();
  }

  /** The same in 64 hexadecimal digits. */
  public static String hex(String... parts) {
    return HexFormat.of().formatHex(of(parts));
  }

  /** SHA-256 of bytes as they are, in 64 hexadecimal digits: what {@code sha256sum} says. */
  public static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
