package dev.hoso.payments.api;

import dev.hoso.core.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key}: a caller's own name for a request, so that a repeat of it
 * asks for no second payment.
 */
record IdempotencyKey(String value) {
  static final String HEADER = "Idempotency-Key";

  /**
   * Reads the header.
   *
   * @return null where it is absent
   * @throws Invalid where it is not 1 to 255 visible characters
   */
  static @Nullable IdempotencyKey parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("[!-~]{1,255}")) {
      throw new Invalid(HEADER, "must be 1 to 255 visible characters");
    }
    return new IdempotencyKey(text);
  }
}
