package dev.hoso.payments.gateways;

import dev.hoso.payments.Verdict;

/** Answers to senders that look at the HTTP status alone: 2xx ends it, all else is repeated. */
final class Statuses {
  private Statuses() {}

  /**
   * The status.
   *
   * @param unproven what the sender's own documents say for a signature that is wrong
   */
  static int of(Verdict verdict, int unproven) {
    return switch (verdict) {
      case RECORDED,
          ALREADY_KNOWN,
          IGNORED,
          UNKNOWN_REFERENCE,
          WRONG_AMOUNT,
          WRONG_CURRENCY,
          NOT_OURS ->
          200;
      case NOT_PROVEN -> unproven;
      case NOT_UNDERSTOOD -> 400;
      case TOO_LARGE -> 413;
      case OUR_TROUBLE -> 503;
    };
  }
}
