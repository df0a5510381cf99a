package dev.hoso.payments.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Invalid;
import dev.hoso.core.Refused;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.GatewayOffers;
import dev.hoso.core.catalogue.GatewayOffers.Offer;
import dev.hoso.core.web.IdempotencyKey;
import dev.hoso.payments.Asked;
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

/** Asks for fees. */
@Singleton
final class FeeDesk {
  private final Dossiers dossiers;
  private final Fees fees;
  private final Gateways gateways;
  private final GatewayOffers offers;
  private final PayDesk payDesk;
  private final Payments payments;
  private final InstantSource clock;

  FeeDesk(
      Dossiers dossiers,
      Fees fees,
      Gateways gateways,
      GatewayOffers offers,
      PayDesk payDesk,
      Payments payments,
      InstantSource clock) {
    this.dossiers = dossiers;
    this.fees = fees;
    this.gateways = gateways;
    this.offers = offers;
    this.payDesk = payDesk;
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
            : before.stream().filter(it -> answers(it, wanted, fee, now)).findFirst();
    Kept kept =
        found
            .map(it -> new Kept(it, false))
            .orElseGet(() -> opened(wanted, named ? null : fee, dossier, ipAddress));
    if (named) {
      requireSame(wanted, kept, fee);
    }
    supersede(before, kept, now);
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
      return payments.create(wanted, asked(wanted, dossier, ipAddress));
    } catch (Refused refused) {
      if (unnamed == null || !refused.type().equals(PayDesk.REFERENCE_TAKEN)) {
        throw refused;
      }
      PaymentRequest other = wanted(dossier, unnamed, null, wanted.createdAt());
      return payments.create(other, asked(other, dossier, ipAddress));
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
        offers.offer(dossier.unit(), fee.gateway()).map(Offer::account).orElse(null),
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

  /** Whether a payment is the answer to a request that names none. */
  private static boolean answers(
      Payment payment, PaymentRequest wanted, FeeRequest fee, Instant now) {
    PaymentRequest request = payment.request();
    return request.gateway().equals(wanted.gateway())
        && request.sameFee(wanted)
        && sameEnd(request, wanted, fee)
        && payment.payable(now);
  }

  private Asked asked(PaymentRequest wanted, Dossier dossier, String ipAddress) {
    if (offers.offer(wanted.unit(), wanted.gateway()).isEmpty()) {
      throw new Refused(
          409,
          "gateway-switched-off",
          "The unit %s does not take payments at %s. Name another gateway."
              .formatted(wanted.unit(), wanted.gateway()));
    }
    return payDesk.ask(wanted, dossier.language(), ipAddress);
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

  /**
   * Calls off what is asked for the same fee elsewhere. What was there before this request was, is
   * older than it; a repeat of an older request calls off nothing that came after it.
   */
  private void supersede(List<Payment> before, Kept kept, Instant now) {
    PaymentRequest request = kept.payment().request();
    if (kept.payment().payable(now)) {
      before.stream()
          .filter(it -> it.request().sameFee(request) && !it.request().sameAs(request))
          .filter(it -> kept.anew() || it.request().createdAt().isBefore(request.createdAt()))
          .filter(it -> it.payable(now))
          .forEach(it -> payments.supersede(it, kept.payment(), now));
    }
  }
}
