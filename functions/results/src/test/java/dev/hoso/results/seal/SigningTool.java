package dev.hoso.results.seal;

import java.time.Instant;

/** Software that signs PDFs, each in its own way. */
@FunctionalInterface
public interface SigningTool {
  /** The document with one more signature. */
  byte[] sign(byte[] pdf, Identity signer, Instant at);
}
