package dev.hoso.payments.gateways;

import dev.hoso.payments.Anomaly;
import dev.hoso.payments.Confirmation;
import dev.hoso.payments.Verdict;

/** What a webhook's call turned out to be. */
public sealed interface Reading {
  /** The gateway said it. */
  record Proven(Confirmation confirmation) implements Reading {}

  /** It says nothing that may change anything. */
  record Rejected(Verdict verdict, Anomaly.Kind kind) implements Reading {}
}
