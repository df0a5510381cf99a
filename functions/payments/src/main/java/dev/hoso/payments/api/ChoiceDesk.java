package dev.hoso.payments.api;

import dev.hoso.core.Language;
import dev.hoso.core.Refused;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.GatewayOffers;
import dev.hoso.core.catalogue.PaymentGateway;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.PaymentRequest;
import dev.hoso.payments.Payments;
import dev.hoso.payments.Payments.Kept;
import dev.hoso.payments.gateways.Gateway;
import dev.hoso.payments.gateways.Gateways;
import dev.hoso.payments.gateways.ReferenceForm;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets a citizen pay a fee at another gateway than the one that it was asked for at. */
@Singleton
final class ChoiceDesk {
  /** More than a person needs, and little enough that nobody fills tables or bothers gateways. */
  private static final int MOST_TRIES = 10;

  private final Dossiers dossiers;
  private final Gateways gateways;
  private final GatewayOffers offers;
  private final PayDesk payDesk;
  private final FeeBook book;
  private final Payments payments;
  private final InstantSource clock;

  ChoiceDesk(
      Dossiers dossiers,
      Gateways gateways,
      GatewayOffers offers,
      PayDesk payDesk,
      FeeBook book,
      Payments payments,
      InstantSource clock) {
    this.dossiers = dossiers;
    this.gateways = gateways;
    this.offers = offers;
    this.payDesk = payDesk;
    this.book = book;
    this.payments = payments;
    this.clock = clock;
  }

  /** The other ways in which the payment's fee can be paid now, for whoever looks at it. */
  List<PaymentGateway> ways(Payment payment) {
    Instant now = clock.instant();
    PaymentRequest fee = payment.request();
    if (!payment.replaceable(now)) {
      return List.of();
    }
    return offers.taking(fee.unit(), fee.currency()).stream()
        .filter(it -> !(payment.payable(now) && it.code().equals(fee.gateway())))
        .filter(it -> fee.amount() <= gateways.find(it.code()).orElseThrow().most())
        .filter(it -> payDesk.leads(it.code()))
        .toList();
  }

  /**
   * Asks for the payment's fee at a gateway. What can be paid there already is the answer; else it
   * takes the place of what was asked for before.
   *
   * @param language what the gateway is to speak
   * @param ipAddress where the request came from
   * @throws Refused where the fee is paid, being checked, over or no longer asked, or the gateway
   *     does not take it, is switched off, not set up or does not answer
   */
  Kept choose(Payment from, String code, Language language, String ipAddress) {
    Instant now = Time.now(clock);
    Gateway gateway = gateways.find(code).orElseThrow(ChoiceDesk::unknown);
    List<Payment> tries = tries(from);
    requireOpen(from.request(), tries, now);
    requireTaken(from.request(), gateway);
    PaymentRequest wanted = wanted(from.request(), gateway, now);
    Optional<Payment> found =
        FeeBook.open(tries, wanted, now)
            .filter(it -> it.request().expiresAt().equals(wanted.expiresAt()))
            .findFirst()
            .or(() -> payments.find(code, wanted.reference()));
    if (found.isEmpty() && tries.size() >= MOST_TRIES) {
      throw new Refused(
          429, "too-many-tries", "The fee was asked for too often. Pay it as it is asked for now.");
    }
    Kept kept = book.keep(wanted, found, language, ipAddress);
    book.supersede(tries, kept, now);
    return kept;
  }

  /** What the fee was asked with so far; the index may not know the latest yet. */
  private List<Payment> tries(Payment from) {
    List<Payment> known =
        payments.ofDossier(from.request().dossier()).stream()
            .filter(it -> it.request().sameFee(from.request()))
            .toList();
    return known.stream().anyMatch(it -> it.request().sameAs(from.request()))
        ? known
        : Stream.concat(Stream.of(from), known.stream()).toList();
  }

  private void requireOpen(PaymentRequest fee, List<Payment> tries, Instant now) {
    if (tries.stream().anyMatch(Payment::holdsMoney)) {
      throw new Refused(409, "already-paid", "The fee is paid. It must not be paid again.");
    }
    if (tries.stream().anyMatch(it -> it.undecided() != null)) {
      throw new Refused(
          409, "being-checked", "A gateway holds a payment of this fee back. Wait for its word.");
    }
    if (!now.isBefore(fee.expiresAt())) {
      throw new Refused(
          409, "time-over", "The time to pay is over. The one-stop desk can ask for it anew.");
    }
    if (dossiers.get(fee.dossier()).status().brokenOff()) {
      throw new Refused(
          409,
          "dossier-ended",
          "The dossier has ended without a result. No fee is asked any more.");
    }
  }

  private void requireTaken(PaymentRequest fee, Gateway gateway) {
    if (!gateway.currencies().contains(fee.currency()) || fee.amount() > gateway.most()) {
      throw new Refused(
          409,
          "fee-not-taken",
          "The gateway %s does not take this amount or its currency %s. Choose another one."
              .formatted(gateway.code(), fee.currency()));
    }
    if (!payDesk.asks(gateway.code())) {
      throw new Refused(
          409,
          "gateway-not-choosable",
          "Nobody is led to the gateway %s from here. Choose another one."
              .formatted(gateway.code()));
    }
  }

  private PaymentRequest wanted(PaymentRequest fee, Gateway gateway, Instant now) {
    PaymentReference reference = reference(fee, gateway, now);
    return fee.at(gateway.code(), reference, book.account(fee.unit(), gateway.code()), now);
  }

  /**
   * The same for every click: two at a time meet in one payment. Only where that one can no longer
   * be paid, or is another fee's by chance, the next. Callers' keys have no spaces in them.
   */
  private PaymentReference reference(PaymentRequest fee, Gateway gateway, Instant now) {
    ReferenceForm form = gateway.references();
    String key =
        "%d %s %s %s".formatted(fee.amount(), fee.currency(), fee.description(), fee.expiresAt());
    return Stream.iterate(1, n -> n + 1)
        .map(n -> form.forKey(fee.dossier().value(), key + " " + n, now))
        .filter(it -> free(gateway.code(), it, fee, now))
        .findFirst()
        .orElseThrow();
  }

  private boolean free(String code, PaymentReference reference, PaymentRequest fee, Instant now) {
    return payments
        .find(code, reference)
        .map(it -> it.request().sameFee(fee) && it.payable(now))
        .orElse(true);
  }

  private static Refused unknown() {
    return new Refused(404, "unknown-gateway", "There is no such gateway.");
  }
}
