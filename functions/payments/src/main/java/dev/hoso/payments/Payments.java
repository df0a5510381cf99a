package dev.hoso.payments;

import dev.hoso.core.DossierCode;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The payments, as they are kept. Every change is one conditional write with no read before it. */
public final class Payments {
  /** API Gateway gives up after 30 s and a gateway sooner; whoever hears nothing calls again. */
  private static final Duration ANSWER_TIME = Duration.ofSeconds(10);

  /** More than a dossier is ever asked for; what is older is not open. */
  private static final int LATELY = 20;

  private final Table table;

  public Payments(Table table) {
    this.table = table;
  }

  /** Records what a gateway said, where it leads on from where the payment stands. */
  Outcome record(String gateway, Confirmation confirmation, Source source) {
    Confirmation.Said said = confirmation.said();
    Update update =
        Update.of(Payment.key(gateway, said.reference()))
            .ifOneOf("status", PaymentStatus.codes(confirmation.from()))
            .add("version", 1)
            .within(ANSWER_TIME);
    if (confirmation.ofThePaymentsMoney()) {
      update.ifEquals("currency", said.currency()).ifEquals("amount", said.amount());
    }
    if (confirmation instanceof Confirmation.Paid) {
      // From now on it is missed where no settlement file has it.
      update
          .set("confirmedBy", source.code())
          .set(Unsettled.INDEX, Unsettled.share(gateway, said.reference()));
    }
    return table.write(confirmation.applyTo(update));
  }

  /** A payment as it is kept, and whether it is so by this call. */
  public record Kept(Payment payment, boolean anew) {}

  /** Keeps a new payment; what is there under its reference stays as it is. */
  public Kept create(PaymentRequest request, Asked asked) {
    Outcome outcome = table.write(asked.addTo(request.creation()));
    return new Kept(Payment.of(outcome.item()), outcome.written());
  }

  /** A payment as it is now. */
  public Optional<Payment> find(String gateway, PaymentReference reference) {
    return read(Payment.key(gateway, reference));
  }

  /** What a dossier was asked for lately, the newest first, each as it is now. */
  public List<Payment> ofDossier(DossierCode dossier) {
    return table.newest("byDossier", "dossier", dossier.value(), LATELY).stream()
        .flatMap(found -> read(Map.of("id", found.text("id"))).stream())
        .toList();
  }

  /**
   * Calls off a payment that can still be paid, because another one is asked for in its place.
   *
   * @return whether it was called off: not where it was paid, ended or became undecided since
   */
  public boolean supersede(Payment payment, Payment by, Instant now) {
    Update update =
        Update.of(payment.request().key())
            .ifOneOf("status", PaymentStatus.codes(PaymentStatus.OPEN))
            .ifAbsent("undecided")
            .set("status", PaymentStatus.CANCELLED.code())
            .set("supersededBy", by.request().key().get("id"))
            .set("endedAt", now)
            .add("version", 1)
            .remove("owed")
            .remove("due");
    return table.write(update).written();
  }

  /** The payment of a receipt. */
  public Optional<Payment> ofReceipt(String receipt) {
    Item found = table.find("byReceipt", "receipt", receipt);
    return found.isEmpty() ? Optional.empty() : read(Map.of("id", found.text("id")));
  }

  private Optional<Payment> read(Map<String, String> key) {
    Item item = table.get(key);
    return item.isEmpty() ? Optional.empty() : Optional.of(Payment.of(item));
  }

  /** The keys of the payments whose time is over, the longest waiting first. */
  List<Item> due(Instant now, int limit) {
    return table.due(Payment.OWED, now, limit);
  }

  /** Ends a payment whose time is over, unless something happened to it since it was found. */
  boolean expire(Item due, Instant now) {
    Update update =
        Update.of(Map.of("id", due.text("id")))
            .ifEquals("status", PaymentStatus.PENDING.code())
            .ifEquals("due", due.text("due"))
            // It is due too when the gateway is to be asked, long before.
            .ifAtMost("expiresAt", now)
            .set("status", PaymentStatus.EXPIRED.code())
            .set("endedAt", now)
            .add("version", 1)
            .remove("owed")
            .remove("due");
    return table.write(update).written();
  }
}
