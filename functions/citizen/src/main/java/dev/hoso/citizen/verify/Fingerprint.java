package dev.hoso.citizen.verify;

import dev.hoso.core.Invalid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of a document, as somebody sent it. */
final class Fingerprint {
  private Fingerprint() {}

  /**
   * Reads it; capitals and spaces, which some tools write, are forgiven.
   *
   * @return 64 small hexadecimal digits
   * @throws Invalid naming {@code sha256}, where it is absent or no such hash
   */
  static String parse(@Nullable String text) {
    String digits = text == null ? "" : text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{64}")) {
      throw new Invalid("sha256", "must be a SHA-256 in 64 hexadecimal digits");
    }
    return digits;
  }
}
