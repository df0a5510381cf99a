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
import dev.hoso.payments.gateways.Gateways;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    return offers.taking(fee.unit(), Set.of(fee.currency())).stream()
        .filter(it -> !(payment.payable(now) && it.code().equals(fee.gateway())))
        .filter(it -> Choice.takes(gateways.find(it.code()).orElseThrow(), fee))
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
  Payment choose(Payment from, String code, Language language, String ipAddress) {
    Instant now = Time.now(clock);
    PaymentRequest fee = from.request();
    List<Payment> tries = tries(from);
    Choice choice = new Choice(fee, gateways.find(code).orElseThrow(Choice::unknown), tries, now);
    choice.requireOpen(dossiers.get(fee.dossier()).status());
    choice.requireTaken(payDesk.asks(code));
    Kept kept =
        FeeBook.payable(tries, code, fee, now)
            .filter(it -> it.request().expiresAt().equals(fee.expiresAt()))
            .findFirst()
            .map(it -> new Kept(it, false))
            .orElseGet(() -> ask(choice, 1, language, ipAddress));
    book.supersede(tries, kept, now);
    return kept.payment();
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

  /**
   * Asks under the reference of that number, in which clicks at a time meet; under the next where
   * the payment of this one can no longer be paid, or the gateway knows the reference from a call
   * whose answer we never got.
   */
  private Kept ask(Choice choice, int number, Language language, String ipAddress) {
    if (number > MOST_TRIES || choice.tries().size() >= MOST_TRIES) {
      throw Choice.tooMany();
    }
    String code = choice.gateway().code();
    PaymentReference reference = choice.reference(number);
    Optional<Payment> known = payments.find(code, reference);
    if (known.isPresent()) {
      return choice.answeredBy(known.get())
          ? new Kept(known.get(), false)
          : ask(choice, number + 1, language, ipAddress);
    }
    PaymentRequest fee = choice.fee();
    String account = book.account(fee.unit(), code);
    PaymentRequest wanted = fee.at(code, reference, account, choice.now());
    try {
      return book.open(wanted, language, ipAddress);
    } catch (Refused refused) {
      if (!refused.type().equals(PayDesk.REFERENCE_TAKEN)) {
        throw refused;
      }
      return payments
          .find(code, reference)
          .filter(choice::answeredBy)
          .map(it -> new Kept(it, false))
          .orElseGet(() -> ask(choice, number + 1, language, ipAddress));
    }
  }
}
