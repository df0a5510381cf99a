package dev.hoso.notifications.codes;

import dev.hoso.core.AwsClients;
import dev.hoso.core.Settings;
import java.util.HexFormat;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/**
 * What is kept in the place of codes, contacts and addresses: there are so few of them that a plain
 * hash of each could be tried out. The key never leaves KMS.
 */
final class KeyedHash {
  private final KmsClient kms;
  private final String key;

  KeyedHash(Settings settings) {
    this.kms = AwsClients.configured(KmsClient.builder(), settings, "KMS").build();
    this.key = settings.required("HOSO_CODES_KEY");
  }

  /**
   * HMAC-SHA-256 in 64 hexadecimal digits.
   *
   * @param kind of the value, so that values of different kinds have different hashes
   */
  String of(String kind, String value) {
    SdkBytes message = SdkBytes.fromUtf8String(kind + ":" + value);
    SdkBytes mac =
        kms.generateMac(
                call ->
                    call.keyId(key).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256).message(message))
            .mac();
    return HexFormat.of().formatHex(mac.asByteArray());
  }
}
