package dev.hoso.payments.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Invalid;
import dev.hoso.core.Log;
import dev.hoso.core.Money;
import dev.hoso.core.Refused;
import dev.hoso.core.web.IdempotencyKey;
import dev.hoso.payments.Asked;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.Payments;
import dev.hoso.payments.Payments.Kept;
import dev.hoso.payments.api.Dossiers.Dossier;
import dev.hoso.payments.gateways.Counters;
import dev.hoso.payments.gateways.Gateway;
import dev.hoso.payments.gateways.Gateways;
import dev.hoso.payments.gateways.MissingSetting;
import dev.hoso.payments.gateways.PayPage;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Asks for fees. */
@Singleton
final class FeeDesk {
  private final Dossiers dossiers;
  private final Fees fees;
  private final Gateways gateways;
  private final Counters counters;
  private final Payments payments;
  private final Addresses addresses;
  private final InstantSource clock;

  FeeDesk(
      Dossiers dossiers,
      Fees fees,
      Gateways gateways,
      Counters counters,
      Payments payments,
      Addresses addresses,
      InstantSource clock) {
    this.dossiers = dossiers;
    this.fees = fees;
    this.gateways = gateways;
    this.counters = counters;
    this.payments = payments;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * Asks for a dossier's fee. The same request under the same reference is answered as it was the
   * first time.
   *
   * @param key gives the reference where none is named
   * @param ipAddress where the request came from
   * @throws Invalid where no amount is named and the catalogue knows none
   * @throws Refused where the dossier is unknown, nothing is to be paid, the reference is taken, or
   *     the gateway is not set up
   */
  Kept ask(DossierCode code, FeeRequest fee, @Nullable IdempotencyKey key, String ipAddress) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Gateway gateway = gateways.find(fee.gateway()).orElseThrow();
    Dossier dossier = dossiers.get(code);
    PaymentRequest request = request(gateway, dossier, fee, reference(code, fee, key, now), now);
    Kept kept = payments.create(request, asked(gateway, request, dossier, ipAddress));
    requireSame(request, kept, fee);
    return kept;
  }

  private PaymentRequest request(
      Gateway gateway, Dossier dossier, FeeRequest fee, PaymentReference reference, Instant now) {
    return new PaymentRequest(
        gateway.code(),
        reference,
        dossier.code(),
        dossier.procedure(),
        dossier.unit(),
        null,
        fees.amount(dossier, fee.amount()),
        Money.CURRENCY,
        fee.description() == null ? "Le phi ho so " + dossier.code() : fee.description(),
        now,
        fee.end(now),
        PaymentRequest.newReceipt());
  }

  private static PaymentReference reference(
      DossierCode code, FeeRequest fee, @Nullable IdempotencyKey key, Instant now) {
    if (fee.reference() != null) {
      return fee.reference();
    }
    return key == null
        ? PaymentReference.generated(now)
        : PaymentReference.forKey(code.value(), key.value());
  }

  private Asked asked(Gateway gateway, PaymentRequest request, Dossier dossier, String ipAddress) {
    String returnUrl = addresses.receipt(request.receipt());
    try {
      PayPage page = new PayPage(request, dossier.language(), ipAddress, returnUrl);
      return counters
          .asking(gateway.code())
          .map(asking -> asking.ask(page))
          .orElseGet(() -> new Asked.Address(returnUrl));
    } catch (MissingSetting | SdkException e) {
      Log.error("gatewayNotSetUp", Map.of("gateway", gateway.code()), e);
      throw new Refused(
          503,
          "gateway-not-set-up",
          "The gateway " + gateway.code() + " is not set up here. Tell the operator.");
    }
  }

  private static void requireSame(PaymentRequest wanted, Kept kept, FeeRequest fee) {
    PaymentRequest found = kept.payment().request();
    boolean sameEnd = fee.expiresAt() == null || found.expiresAt().equals(wanted.expiresAt());
    if (!found.sameAs(wanted) || !sameEnd) {
      throw new Refused(
          409,
          "reference-taken",
          "The reference %s names another payment. Name another one, or none."
              .formatted(wanted.reference()));
    }
  }
}
