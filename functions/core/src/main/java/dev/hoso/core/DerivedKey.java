package dev.hoso.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/**
 * A key for what is asked for often, as every message asks for its links: KMS is asked once for
 * each running function, and its HMAC of a fixed text is the key. It is asked for when it is first
 * needed, and so is in no snapshot. Only functions that sign bring KMS's client.
 */
public final class DerivedKey {
  /** 128 bits, which nobody guesses, and short enough for a link. */
  private static final int BYTES = 16;

  private final KmsClient kms;
  private final String keyId;
  private final String purpose;
  private @Nullable SecretKeySpec key;

  /**
   * A key for one purpose.
   *
   * @param setting names the key in KMS
   * @param purpose the text; other purposes have other keys
   */
  public DerivedKey(Settings settings, String setting, String purpose) {
    this.kms = AwsClients.configured(KmsClient.builder(), settings, "KMS").build();
    this.keyId = settings.required(setting);
    this.purpose = purpose;
  }

  /** The first 128 bits of the message's HMAC-SHA-256. */
  public byte[] mac(String message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key());
      byte[] whole = mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
      return Arrays.copyOf(whole, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA-256", e);
    }
  }

  private synchronized SecretKeySpec key() {
    if (key == null) {
      byte[] secret =
          kms.generateMac(
                  call ->
                      call.keyId(keyId)
                          .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                          .message(SdkBytes.fromUtf8String(purpose)))
              .mac()
              .asByteArray();
      key = new SecretKeySpec(secret, "HmacSHA256");
    }
    return key;
  }
}
