package dev.hoso.results;

import dev.hoso.core.Sha256;

/** A PDF, byte for byte as it is handed out. */
public final class Document {
  private final byte[] bytes;
  private final String sha256;

  private Document(byte[] bytes) {
    this.bytes = bytes;
    this.sha256 = Sha256.hex(bytes);
  }

  /** The document of these bytes, which nobody may change from now on: they are not copied. */
  public static Document of(byte[] bytes) {
    return new Document(bytes);
  }

  /** The bytes themselves; who changes them changes the document. */
  public byte[] bytes() {
    return bytes;
  }

  /** In bytes. */
  public int size() {
    return bytes.length;
  }

  /** What {@code sha256sum} says, in 64 hexadecimal digits. */
  public String sha256() {
    return sha256;
  }
}
