package dev.hoso.payments.gateways;

import dev.hoso.payments.Anomaly;

/** What was received is nothing that everybody would read alike. Names no part of it. */
public final class Unreadable extends RuntimeException {
  private final Anomaly.Kind kind;

  Unreadable(Anomaly.Kind kind, String why) {
    // A stack costs more than the rest of the reading, and says nothing: it is the sender's fault.
    super(why, null, false, false);
    this.kind = kind;
  }

  /** What is odd about it. */
  public Anomaly.Kind kind() {
    return kind;
  }
}
