package dev.hoso.payments;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
   * Calls off a payment that can still be paid, because another one is asked for in its place. The
   * citizen may have its page open and pay all the same, so its gateway is still asked.
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
            .add("version", 1);
    return table.write(update).written();
  }

  /** The payment of a receipt. */
  public Optional<Payment> ofReceipt(String receipt) {
    Item found = table.find("byReceipt", "receipt", receipt);
    return found.isEmpty() ? Optional.empty() : read(Map.of("id", found.text("id")));
  }

  /**
   * What is asked for in the place of a payment by now; empty where nothing took its place, or its
   * money came all the same.
   */
  public Optional<Payment> successor(Payment payment) {
    Optional<Payment> last = Optional.empty();
    boolean calledOff = payment.status() == PaymentStatus.CANCELLED;
    Optional<Payment> next = calledOff ? next(payment) : Optional.empty();
    for (int hops = 0; hops < LATELY && next.isPresent(); hops++) {
      last = next;
      next = next.flatMap(this::next);
    }
    return last;
  }

  private Optional<Payment> next(Payment payment) {
    String id = payment.supersededBy();
    return id == null ? Optional.empty() : read(Map.of("id", id));
  }

  private Optional<Payment> read(Map<String, String> key) {
    Item item = table.get(key);
    return item.isEmpty() ? Optional.empty() : Optional.of(Payment.of(item));
  }

  /** The keys of the payments that must be looked at, the longest waiting first. */
  List<Item> due(Instant now, int limit) {
    return table.due(Payment.OWED, now, limit);
  }

  /** What is due, as it is now; empty where somebody has dealt with it since it was found. */
  Optional<Payment> stillDue(Item due) {
    return read(Map.of("id", due.text("id")))
        .filter(payment -> due.text("due").equals(payment.due()));
  }

  /** Ends a payment that nothing was heard of, unless something happened to it since. */
  boolean expire(Payment payment, Instant now) {
    Update update =
        asItWasDue(payment)
            .ifEquals("status", PaymentStatus.PENDING.code())
            // News of it may have given it more time since it was read.
            .ifAtMost("awaitedUntil", Time.sortable(now))
            .set("status", PaymentStatus.EXPIRED.code())
            .set("endedAt", now)
            .add("version", 1)
            .remove("owed")
            .remove("due");
    return table.write(update).written();
  }

  /** Looks at it later, unless something happened to it since. */
  void postpone(Payment payment, Instant until) {
    table.write(asItWasDue(payment).set("due", Time.sortable(until)));
  }

  /** Looks at it no more, unless something happened to it since. */
  void settle(Payment payment) {
    table.write(asItWasDue(payment).remove("owed").remove("due"));
  }

  /**
   * Keeps that money is to go back, with when to look at it again: from now on it is not forgotten.
   *
   * @return the payment with it; empty where something happened to the payment since it was read
   */
  public Optional<Payment> request(Payment payment, Refund refund, Instant due) {
    Update update =
        Update.of(payment.request().key())
            .ifEquals("version", payment.version())
            .ifAbsent("refunding")
            .set("refunding", refund.item())
            .set("owed", Payment.OWED)
            .set("due", Time.sortable(due))
            .add("version", 1);
    return changed(update);
  }

  /**
   * Keeps how far a refund is, with when to look at it again.
   *
   * @return the payment with it; empty where somebody else looks after it
   */
  Optional<Payment> keep(Payment payment, Refund refund, Instant due) {
    return changed(
        asItWasDue(payment)
            .set("refunding", refund.item())
            .set("due", Time.sortable(due))
            .add("version", 1));
  }

  /**
   * Keeps a refund that has ended among those that have.
   *
   * @return the payment with it; empty where somebody else looks after it
   */
  Optional<Payment> end(Payment payment, Refund refund) {
    return changed(
        asItWasDue(payment)
            .append("refunds", refund.item())
            .remove("refunding")
            .remove("owed")
            .remove("due")
            .add("version", 1));
  }

  private Optional<Payment> changed(Update update) {
    Outcome outcome = table.write(update);
    return outcome.written() ? Optional.of(Payment.of(outcome.item())) : Optional.empty();
  }

  /** Whoever looks at what is due moves it on: who comes second finds another time there. */
  private static Update asItWasDue(Payment payment) {
    return Update.of(payment.request().key())
        .ifEquals("due", Objects.requireNonNull(payment.due()));
  }
}
