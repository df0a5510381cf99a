package dev.hoso.payments.api;

import dev.hoso.core.Language;
import dev.hoso.core.Refused;
import dev.hoso.core.catalogue.GatewayOffers;
import dev.hoso.core.catalogue.GatewayOffers.Offer;
import dev.hoso.payments.Asked;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.Payments;
import dev.hoso.payments.Payments.Kept;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One open request for one fee, whoever asks: an officer's system, or a citizen who chooses. */
@Singleton
final class FeeBook {
  private final GatewayOffers offers;
  private final PayDesk payDesk;
  private final Payments payments;

  FeeBook(GatewayOffers offers, PayDesk payDesk, Payments payments) {
    this.offers = offers;
    this.payDesk = payDesk;
    this.payments = payments;
  }

  /** The merchant account that a unit's money goes to; null for the one without a name. */
  @Nullable String account(String unit, String gateway) {
    return offers.offer(unit, gateway).map(Offer::account).orElse(null);
  }

  /** What was asked for the fee at that gateway before, and can still be paid there. */
  static Stream<Payment> payable(
      List<Payment> before, String gateway, PaymentRequest fee, Instant now) {
    return before.stream()
        .filter(it -> it.request().gateway().equals(gateway))
        .filter(it -> it.request().sameFee(fee) && it.payable(now));
  }

  /**
   * Opens the way to pay, and keeps the payment.
   *
   * @throws Refused where the unit has switched the gateway off, or it cannot be asked
   */
  Kept open(PaymentRequest wanted, Language language, String ipAddress) {
    return payments.create(wanted, asked(wanted, language, ipAddress));
  }

  private Asked asked(PaymentRequest wanted, Language language, String ipAddress) {
    if (offers.offer(wanted.unit(), wanted.gateway()).isEmpty()) {
      throw new Refused(
          409,
          "gateway-switched-off",
          "The unit %s does not take payments at %s. Name another gateway."
              .formatted(wanted.unit(), wanted.gateway()));
    }
    return payDesk.ask(wanted, language, ipAddress);
  }

  /**
   * Calls off what is asked for the same fee elsewhere. What was there before this request was, is
   * older than it; a repeat of an older request calls off nothing that came after it.
   */
  void supersede(List<Payment> before, Kept kept, Instant now) {
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
