package dev.hoso.dossiers;

import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether the fee stands in the way of a result.
 *
 * <p>It does only where the catalogue says that the procedure's fee comes before its result; then
 * until a fee is paid, and every other fee that was asked for is no longer open. Where the
 * catalogue knows that there is nothing to pay (0, which is not "not known"), nothing stands in the
 * way but a fee that an officer asked for all the same.
 */
record FeeCondition(Catalogue catalogue) {
  /** Whether results may go out as far as the fee is concerned. */
  boolean holds(Dossier dossier) {
    return catalogue
        .procedure(dossier.filing().procedure())
        .filter(Procedure::feeBeforeResult)
        .map(procedure -> settled(procedure, dossier))
        .orElse(true);
  }

  private static boolean settled(Procedure procedure, Dossier dossier) {
    Collection<Payment> all = dossier.payments().values();
    List<Payment> paid = all.stream().filter(Payment::pays).toList();
    List<Payment> open = all.stream().filter(Payment::pending).toList();
    return paid.isEmpty()
        ? open.isEmpty() && free(procedure, dossier)
        // A second request for a fee that is paid is void; one for another fee is not.
        : open.stream().allMatch(asked -> paid.stream().anyMatch(asked::sameFee));
  }

  private static boolean free(Procedure procedure, Dossier dossier) {
    OptionalLong fee = procedure.feeFor(dossier.filing().channel(), receivedOn(dossier));
    return fee.isPresent() && fee.getAsLong() == 0;
  }

  /** The day whose fees apply: as payments have it when they ask for one. */
  private static LocalDate receivedOn(Dossier dossier) {
    Instant receivedAt = dossier.filing().receivedAt();
    return receivedAt == null ? dossier.code().receivedOn() : Time.day(receivedAt);
  }
}
