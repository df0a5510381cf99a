package dev.hoso.results.bucket;

/** An object's bytes, as far as somebody wanted to read them. */
public final class Content {
  private final byte[] bytes;
  private final long size;

  Content(byte[] bytes, long size) {
    this.bytes = bytes;
    this.size = size;
  }

  /** The bytes from the start on; they are not copied. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether that is all of the object. */
  public boolean whole() {
    return bytes.length == size;
  }
}
