package dev.hoso.dossiers;

import java.util.Map;

/** Which money must go back. What arrived is always recorded as paid; this flags it. */
final class Refunds {
  private Refunds() {}

  /**
   * The payment with the dossier's judgement. It is made once, when the money comes in: a dossier
   * that is withdrawn afterwards does not make its fee undue, and of two payments of one fee the
   * one that came first stays the fee.
   */
  static Payment judged(Dossier dossier, String id, Payment reported) {
    Payment known = dossier.payments().get(id);
    boolean undue =
        (known != null && known.paid()) ? known.refundDue() : undue(dossier, id, reported);
    return reported.refundDue(undue && reported.holdsMoney());
  }

  private static boolean undue(Dossier dossier, String id, Payment payment) {
    return dossier.status().brokenOff()
        || dossier.payments().entrySet().stream()
            .filter(other -> !other.getKey().equals(id))
            .map(Map.Entry::getValue)
            .anyMatch(other -> other.holdsMoney() && !other.refundDue() && other.sameFee(payment));
  }
}
