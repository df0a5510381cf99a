package dev.hoso.payments.gateways;

import dev.hoso.payments.Anomaly;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Verdict;
import org.jspecify.annotations.Nullable;

/** What a webhook's call turned out to be. */
public sealed interface Reading {
  /**
   * The gateway said it of a payment. Where it proves only that something happened, and not what,
   * it is a {@link Confirmation.Hint}: the gateway is asked.
   */
  record Proven(Confirmation confirmation) implements Reading {}

  /**
   * The gateway said it, and no payment changes by it: a test, an agreement, another kind of event.
   *
   * @param event the gateway's own name of it, for the log
   * @param kind what a person must see in it; null for nothing
   */
  record Heard(String event, Anomaly.@Nullable Kind kind) implements Reading {
    Heard(String event) {
      this(event, null);
    }
  }

  /** It says nothing that may change anything. */
  record Rejected(Verdict verdict, Anomaly.Kind kind) implements Reading {
    /** Nobody proves that the gateway said it. */
    static Rejected unproven() {
      return new Rejected(Verdict.NOT_PROVEN, Anomaly.Kind.BAD_SIGNATURE);
    }

    /** Proven, but said long ago or ahead of time. */
    static Rejected stale() {
      return new Rejected(Verdict.NOT_PROVEN, Anomaly.Kind.STALE);
    }

    /** Proven, for another merchant or account. */
    static Rejected notOurs() {
      return new Rejected(Verdict.NOT_OURS, Anomaly.Kind.WRONG_MERCHANT);
    }

    /** Proven, without what it must say. */
    static Rejected notUnderstood() {
      return new Rejected(Verdict.NOT_UNDERSTOOD, Anomaly.Kind.NOT_UNDERSTOOD);
    }

    /** Proven, of a payment that cannot be one of ours. */
    static Rejected unknownReference() {
      return new Rejected(Verdict.UNKNOWN_REFERENCE, Anomaly.Kind.UNKNOWN_REFERENCE);
    }
  }
}
