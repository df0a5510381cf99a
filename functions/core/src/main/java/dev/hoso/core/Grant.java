package dev.hoso.core;

import dev.hoso.core.dynamo.Item;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The proof that a browser belongs to a dossier's applicant: a random token in a cookie, given for
 * a one-time code. The table Codes keeps its SHA-256 alone; whoever reads the table cannot use it.
 */
public final class Grant {
  /** The cookie's name; its path is the dossier's page, so it opens no other. */
  public static final String COOKIE = "hoso-grant";

  /** How long it opens the dossier. */
  public static final Duration LIFE = Duration.ofMinutes(15);

  private static final SecureRandom RANDOM = new SecureRandom();

  private Grant() {}

  /** A new token: 128 bits in 32 hexadecimal digits. */
  public static String token() {
    byte[] bits = new byte[16];
    RANDOM.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  /** What is kept of a token. */
  public static String kept(String token) {
    return Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
  }

  /** The key of the item of Codes that holds a dossier's grant. */
  public static Map<String, String> key(DossierCode code) {
    return Map.of("id", "code#" + code);
  }

  /**
   * Whether one of these cookies opens the dossier now.
   *
   * @param codes the item of Codes under {@link #key}
   * @param cookies as a browser sends them, {@code name=value}
   */
  public static boolean opens(Item codes, List<String> cookies, Instant now) {
    String kept = codes.textOrNull("grant");
    Instant until = codes.timeOrNull("grantUntil");
    return kept != null
        && until != null
        && now.isBefore(until)
        && cookies.stream().map(Grant::token).anyMatch(token -> same(kept, token));
  }

  private static @Nullable String token(String cookie) {
    String start = COOKIE + "=";
    String pair = cookie.strip();
    return pair.startsWith(start) ? pair.substring(start.length()) : null;
  }

  private static boolean same(String kept, @Nullable String token) {
    return token != null && ConstantTime.same(kept, kept(token));
  }
}
