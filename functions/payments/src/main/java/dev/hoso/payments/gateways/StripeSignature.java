package dev.hoso.payments.gateways;

import dev.hoso.core.ConstantTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Stripe-Signature}: {@code t=<second>,v1=<hex>}
 * (https://docs.stripe.com/webhooks/signature). While one secret replaces another there is a {@code
 * v1} for each; other schemes, such as the test scheme {@code v0}, prove nothing.
 *
 * @param timestamp as it was written, which is what is signed
 */
record StripeSignature(String timestamp, List<String> signatures) {

  /** Reads the header; null where it names no time, or two. */
  static @Nullable StripeSignature read(String header) {
    String timestamp = null;
    List<String> signatures = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      if (part.startsWith("t=")) {
        if (timestamp != null) {
          return null;
        }
        timestamp = part.substring(2);
      } else if (part.startsWith("v1=")) {
        signatures.add(part.substring(3));
      }
    }
    return timestamp == null ? null : new StripeSignature(timestamp, signatures);
  }

  /** When it was sent; below zero where it names no time. */
  long second() {
    return Amounts.whole(timestamp);
  }

  /**
   * Whether the body was signed so, with the secret as Stripe shows it, {@code whsec_} included.
   */
  boolean matches(String secret, byte[] body) {
    String ours = Hmac.SHA256.hex(secret, Hmac.bytes(timestamp + "."), body);
    return signatures.stream().anyMatch(signature -> ConstantTime.same(ours, signature));
  }
}
