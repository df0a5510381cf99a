package dev.hoso.dossiers;

import dev.hoso.core.DossierStatus;
import dev.hoso.dossiers.Command.TakePayment;
import dev.hoso.dossiers.Command.TakeResult;
import java.time.Instant;
import java.util.Optional;

/** How what payments and results report is taken in; empty where it is nothing new. */
final class Taking {
  private Taking() {}

  static Optional<Dossier> payment(Dossier now, TakePayment taken, Instant time) {
    Payment known = now.payments().get(taken.id());
    if (known != null && known.version() >= taken.payment().version()) {
      return Optional.empty();
    }
    Payment payment = Refunds.judged(now, taken.id(), taken.payment());
    Dossier next = now.facts(now.facts().with(taken.id(), payment));
    boolean newlyPaid = payment.paid() && (known == null || !known.paid());
    boolean waitedFor = newlyPaid && !payment.refundDue();
    return Optional.of(
        waitedFor && now.status() == DossierStatus.FEE_DUE ? goOn(next, payment, time) : next);
  }

  static Optional<Dossier> result(Dossier now, TakeResult taken) {
    Result known = now.results().get(taken.result().number());
    return known != null && known.version() >= taken.result().version()
        ? Optional.empty()
        : Optional.of(now.facts(now.facts().with(taken.result().after(known))));
  }

  private static Dossier goOn(Dossier waiting, Payment payment, Instant time) {
    DossierStatus resumesTo = waiting.standing().resumesTo();
    Instant paidAt = payment.paidAt() == null ? time : payment.paidAt();
    return Progress.enter(
        waiting,
        resumesTo == null ? DossierStatus.PROCESSING : resumesTo,
        Progress.later(waiting, paidAt),
        null);
  }
}
