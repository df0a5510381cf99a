package dev.hoso.results.seal;

/** The private key of the seal, wherever it is kept. */
public interface SigningKey {
  /**
   * RSA with PKCS #1 v1.5 padding over the SHA-256 of a message.
   *
   * @param message at most 4,096 bytes, as KMS takes it
   */
  byte[] sign(byte[] message);
}
