package dev.hoso.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares what is proven with what was expected, and tells nobody how much of it is right. */
public final class ConstantTime {
  private ConstantTime() {}

  /** Whether two texts are the same; takes the same time wherever they differ. */
  public static boolean same(String ours, String theirs) {
    return MessageDigest.isEqual(
        ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
  }
}
