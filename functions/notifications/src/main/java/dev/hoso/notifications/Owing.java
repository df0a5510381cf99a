package dev.hoso.notifications;

import dev.hoso.core.DossierStatus;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** What a dossier's applicant still has to do, and so may be reminded of. */
final class Owing {
  private static final Set<String> CAME = Set.of("paid", "refunded", "partiallyRefunded");

  private Owing() {}

  /**
   * What a reminder says now; empty where there is nothing to remind of any more.
   *
   * @param dossier as it is now
   */
  static Optional<Fact> fact(Dossier dossier, Reminder reminder) {
    if (over(dossier, reminder) || withdrawn(dossier)) {
      return Optional.empty();
    }
    return switch (reminder.status()) {
      case SUPPLEMENT_ASKED ->
          Optional.of(
              new Fact.SupplementReminder(
                  reminder.name(), dossier.statusAt(), dossier.statusReason()));
      case FEE_DUE ->
          Optional.of(
              new Fact.FeeReminder(
                  reminder.name(),
                  dossier.statusAt(),
                  latest(dossier).map(Payment::amount).orElse(null)));
      default -> Optional.empty();
    };
  }

  /** Whether a fact has ended it for good: the status was left, or money came. */
  static boolean over(Dossier dossier, Reminder reminder) {
    return dossier.erasedAt() != null
        || dossier.status() != reminder.status()
        || dossier.statusVersion() != reminder.version()
        || (reminder.status() == DossierStatus.FEE_DUE
            && latest(dossier).filter(it -> CAME.contains(it.status())).isPresent());
  }

  /**
   * Whether the fee is not asked for now. A request that another one takes the place of may be
   * heard of before that one is, so this alone ends nothing: it counts when the reminder is due.
   */
  private static boolean withdrawn(Dossier dossier) {
    return latest(dossier).filter(it -> it.status().equals("cancelled")).isPresent();
  }

  private static Optional<Payment> latest(Dossier dossier) {
    return dossier.payments().values().stream().max(Comparator.comparing(Payment::createdAt));
  }
}
