package dev.hoso.dossiers;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The fees of a dossier that can be paid now. Pure. */
public final class OpenFees {
  private OpenFees() {}

  /**
   * In which currencies something can be paid: what is asked for, or đồng, as the catalogue has its
   * fees, where the dossier waits for a fee that nobody has asked for. Not what is paid or being
   * checked already: paying it again would be paying twice.
   */
  public static Set<String> currencies(Dossier dossier, Instant now) {
    Collection<Payment> all = dossier.payments().values();
    if (dossier.status().brokenOff()) {
      return Set.of();
    }
    Set<String> open =
        all.stream()
            .filter(asked -> asked.payable(now))
            .filter(asked -> all.stream().noneMatch(it -> it.answers() && it.sameFee(asked)))
            .map(Payment::currency)
            .collect(Collectors.toSet());
    boolean waits =
        dossier.status() == DossierStatus.FEE_DUE && all.stream().noneMatch(Payment::answers);
    return open.isEmpty() && waits ? Set.of(Money.CURRENCY) : open;
  }
}
