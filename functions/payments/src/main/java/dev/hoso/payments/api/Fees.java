package dev.hoso.payments.api;

import dev.hoso.core.Invalid;
import dev.hoso.core.Money;
import dev.hoso.core.Refused;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.payments.api.Dossiers.Dossier;
import jakarta.inject.Singleton;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a dossier costs. */
@Singleton
final class Fees {
  private final Catalogue catalogue;

  Fees(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The amount to ask for, in the currency's smallest unit: the named one, else the catalogue's for
   * the channel on the day of receipt.
   *
   * @throws Invalid where none is named and the catalogue knows none, which is not zero
   * @throws Refused where there is nothing to pay
   */
  long amount(Dossier dossier, @Nullable Long named, String currency) {
    if (named == null && !currency.equals(Money.CURRENCY)) {
      throw new Invalid("amount", "must be named: the catalogue's fees are in đồng");
    }
    return named != null ? named : required(dossier, known(dossier));
  }

  private OptionalLong known(Dossier dossier) {
    return catalogue
        .procedure(dossier.procedure())
        .map(procedure -> procedure.feeFor(dossier.channel(), dossier.receivedOn()))
        .orElseGet(OptionalLong::empty);
  }

  private static long required(Dossier dossier, OptionalLong fee) {
    String what =
        "the procedure %s by channel %s".formatted(dossier.procedure(), dossier.channel().code());
    if (fee.isEmpty()) {
      throw new Invalid("amount", "must be named: the catalogue knows no fee of " + what);
    }
    if (fee.getAsLong() == 0) {
      throw new Refused(
          409,
          "nothing-to-pay",
          "The catalogue says that %s is free of charge. If there is something to pay, name the amount."
              .formatted(what));
    }
    return fee.getAsLong();
  }
}
