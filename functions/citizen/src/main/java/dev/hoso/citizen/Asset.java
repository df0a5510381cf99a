package dev.hoso.citizen;

import dev.hoso.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A file that pages refer to.
 *
 * @param tag names its content, and so tells whether a kept copy is still good
 */
public record Asset(String name, String text, String tag) {
  /** Hashes a file in the browser and compares. */
  public static final Asset VERIFY = of("verify.js");

  /** Where it is; another content has another address, so that a copy can be kept for good. */
  public String address() {
    return "/assets/" + name + "?v=" + tag;
  }

  static String text(String name) {
    try (InputStream in = Asset.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in this package");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Asset of(String name) {
    String text = text(name);
    String digest = Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    return new Asset(name, text, digest.substring(0, 16));
  }
}
