package dev.hoso.events;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an endpoint knows our calls by, as Standard Webhooks write it: {@code whsec_} and the key in
 * base64
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
 */
public record Secret(String text) {
  private static final String PREFIX = "whsec_";
  private static final String SCHEME = "v1,";

  /** The specification asks for 24 to 64. */
  private static final int BYTES = 32;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** A new one. */
  public static Secret random() {
    byte[] key = new byte[BYTES];
    RANDOM.nextBytes(key);
    return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
  }

  /** The signature of a call, as its header has it. */
  public String sign(String id, Instant timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      String signed = id + "." + timestamp.getEpochSecond() + "." + body;
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return SCHEME + Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  /** Without it: a record's text ends up in logs. */
  @Override
  public String toString() {
    return "Secret";
  }
}
