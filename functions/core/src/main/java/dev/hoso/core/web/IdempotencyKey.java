package dev.hoso.core.web;

import dev.hoso.core.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key}: a caller's own name for a request, so that a repeat of it
 * does nothing a second time.
 */
public record IdempotencyKey(String value) {
  /** The header's name. */
  public static final String HEADER = "Idempotency-Key";

  /**
   * Reads the header.
   *
   * @return null where it is absent
   * @throws Invalid where it is not 1 to 255 visible characters
   */
  public static @Nullable IdempotencyKey parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("[!-~]{1,255}")) {
      throw new Invalid(HEADER, "must be 1 to 255 visible characters");
    }
    return new IdempotencyKey(text);
  }
}
