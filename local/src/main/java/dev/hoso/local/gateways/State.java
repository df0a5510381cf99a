package dev.hoso.local.gateways;

/** How an order stands at its gateway. */
enum State {
  OPEN,
  PAID,
  /** Money was taken and is held: fraud is suspected. */
  HELD,
  /** An attempt failed; another one may succeed. */
  FAILED,
  CANCELLED,
  EXPIRED;

  /** Whether money moved, so that a bank and its transaction can be named. */
  boolean moved() {
    return this == PAID || this == HELD;
  }
}
