package dev.hoso.results.seal;

import dev.hoso.core.AwsClients;
import dev.hoso.core.Settings;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** A key in KMS, which it never leaves: the message goes there, the signature comes back. */
public final class KmsSigningKey implements SigningKey {
  private final KmsClient kms;
  private final String key;

  /** The key that {@code HOSO_SEAL_KEY} names. */
  public KmsSigningKey(Settings settings) {
    this.kms = AwsClients.configured(KmsClient.builder(), settings, "KMS").build();
    this.key = settings.required("HOSO_SEAL_KEY");
  }

  @Override
  public byte[] sign(byte[] message) {
    return kms.sign(
            sign ->
                sign.keyId(key)
                    .message(SdkBytes.fromByteArray(message))
                    .messageType(MessageType.RAW)
                    .signingAlgorithm(SigningAlgorithmSpec.RSASSA_PKCS1_V1_5_SHA_256))
        .signature()
        .asByteArray();
  }
}
