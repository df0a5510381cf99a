package dev.hoso.payments.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Invalid;
import dev.hoso.core.Refused;
import dev.hoso.core.Time;
import dev.hoso.core.web.IdempotencyKey;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.Payments;
import dev.hoso.payments.Payments.Kept;
import dev.hoso.payments.api.Dossiers.Dossier;
import dev.hoso.payments.gateways.Gateways;
import dev.hoso.payments.gateways.ReferenceForm;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for fees, for officers' systems. */
@Singleton
final class FeeDesk {
  private final Dossiers dossiers;
  private final Fees fees;
  private final Gateways gateways;
  private final FeeBook book;
  private final Payments payments;
  private final InstantSource clock;

  FeeDesk(
      Dossiers dossiers,
      Fees fees,
      Gateways gateways,
      FeeBook book,
      Payments payments,
      InstantSource clock) {
    this.dossiers = dossiers;
    this.fees = fees;
    this.gateways = gateways;
    this.book = book;
    this.payments = payments;
    this.clock = clock;
  }

  /**
   * Asks for a dossier's fee. The same request under the same reference is answered as it was the
   * first time; one without a reference, as long as the first can still be paid at that gateway.
   * Else it takes the place of what was asked for the same fee before.
   *
   * @param key gives the reference where none is named
   * @param ipAddress where the request came from
   * @throws Invalid where no amount is named and the catalogue knows none
   * @throws Refused where the dossier is unknown, nothing is to be paid, the reference is taken, or
   *     the gateway is switched off, not set up or does not answer
   */
  Kept ask(DossierCode code, FeeRequest fee, @Nullable IdempotencyKey key, String ipAddress) {
    Instant now = Time.now(clock);
    Dossier dossier = dossiers.get(code);
    PaymentRequest wanted = wanted(dossier, fee, key, now);
    List<Payment> before = payments.ofDossier(code);
    boolean named = fee.reference() != null || key != null;
    Optional<Payment> found =
        named
            ? payments.find(wanted.gateway(), wanted.reference())
            : FeeBook.payable(before, wanted.gateway(), wanted, now)
                .filter(it -> sameEnd(it.request(), wanted, fee))
                .findFirst();
    Kept kept =
        found
            .map(it -> new Kept(it, false))
            .orElseGet(() -> opened(wanted, named ? null : fee, dossier, ipAddress));
    if (named) {
      requireSame(wanted, kept, fee);
    }
    book.supersede(before, kept, now);
    return kept;
  }

  /**
   * Opens the way to pay, and keeps the payment. A reference that we made and the gateway has
   * already, from an attempt whose answer was lost perhaps, is nobody's wish: another one will do.
   *
   * @param unnamed what was asked for, where it names no reference
   */
  private Kept opened(
      PaymentRequest wanted, @Nullable FeeRequest unnamed, Dossier dossier, String ipAddress) {
    try {
      return book.open(wanted, dossier.language(), ipAddress);
    } catch (Refused refused) {
      if (unnamed == null || !refused.type().equals(PayDesk.REFERENCE_TAKEN)) {
        throw refused;
      }
      PaymentRequest other = wanted(dossier, unnamed, null, wanted.createdAt());
      return book.open(other, dossier.language(), ipAddress);
    }
  }

  private PaymentRequest wanted(
      Dossier dossier, FeeRequest fee, @Nullable IdempotencyKey key, Instant now) {
    return new PaymentRequest(
        fee.gateway(),
        reference(dossier.code(), fee, key, now),
        dossier.code(),
        dossier.procedure(),
        dossier.unit(),
        book.account(dossier.unit(), fee.gateway()),
        fees.amount(dossier, fee.amount(), fee.currency()),
        fee.currency(),
        fee.description() == null ? "Le phi ho so " + dossier.code() : fee.description(),
        now,
        fee.end(now),
        PaymentRequest.newReceipt());
  }

  private PaymentReference reference(
      DossierCode code, FeeRequest fee, @Nullable IdempotencyKey key, Instant now) {
    if (fee.reference() != null) {
      return fee.reference();
    }
    ReferenceForm form = gateways.find(fee.gateway()).orElseThrow().references();
    return key == null
        ? fresh(fee.gateway(), form, now)
        : form.forKey(code.value(), key.value(), now);
  }

  /** Where there is room for a few digits only, one in a hundred thousand is there already. */
  private PaymentReference fresh(String gateway, ReferenceForm form, Instant now) {
    return Stream.generate(() -> form.generated(now))
        .filter(it -> payments.find(gateway, it).isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private static void requireSame(PaymentRequest wanted, Kept kept, FeeRequest fee) {
    PaymentRequest found = kept.payment().request();
    if (!found.sameAs(wanted) || !sameEnd(found, wanted, fee)) {
      throw new Refused(
          409,
          PayDesk.REFERENCE_TAKEN,
          "The reference %s names another payment. Name another one, or none."
              .formatted(wanted.reference()));
    }
  }

  private static boolean sameEnd(PaymentRequest found, PaymentRequest wanted, FeeRequest fee) {
    return fee.expiresAt() == null || found.expiresAt().equals(wanted.expiresAt());
  }
}
