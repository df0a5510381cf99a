package dev.hoso.notifications;

import dev.hoso.core.DossierStatus;
import dev.hoso.core.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a change of a dossier means for its applicant. */
final class Facts {
  private Facts() {}

  /**
   * The facts of a change, in the order in which they are told: what came in, then money, then
   * results, then what follows.
   *
   * @param before null where the dossier is new. What was so when an older system's dossier was
   *     taken over is no fact, unless the import asks to tell it
   * @param after null where the dossier is gone; neither that nor what happens after the
   *     applicant's data was erased is a fact for anybody
   */
  static List<Fact> between(@Nullable Dossier before, @Nullable Dossier after) {
    if (after == null || after.erasedAt() != null) {
      return List.of();
    }
    if (before == null && after.takenOver()) {
      return List.of();
    }
    List<Fact> facts = new ArrayList<>();
    if (received(before, after)) {
      facts.add(new Fact.DossierReceived());
    }
    became("paid", before, after)
        .map(payment -> confirmed(payment.getKey(), payment.getValue()))
        .forEach(facts::add);
    became("failed", before, after)
        .map(payment -> failed(payment.getKey(), payment.getValue()))
        .forEach(facts::add);
    refunds(before, after).forEach(facts::add);
    List<Fact> results = ResultFacts.between(before, after);
    facts.addAll(results);
    if (before == null || before.statusVersion() < after.statusVersion()) {
      entered(after, ResultFacts.issued(results)).forEach(facts::add);
    }
    return facts;
  }

  private static boolean received(@Nullable Dossier before, Dossier after) {
    return after.status() == DossierStatus.RECEIVED
        && (before == null || before.status() == DossierStatus.REGISTERED);
  }

  /** The payments that came into a status, in the order in which they were asked for. */
  private static Stream<Map.Entry<String, Payment>> became(
      String status, @Nullable Dossier before, Dossier after) {
    return after.payments().entrySet().stream()
        .filter(entry -> entry.getValue().status().equals(status))
        .filter(entry -> !status.equals(statusOf(before, entry.getKey())))
        .sorted(
            Comparator.comparing((Map.Entry<String, Payment> entry) -> entry.getValue().createdAt())
                .thenComparing(Map.Entry::getKey));
  }

  /**
   * What went back since, of each payment; what was paid and went back at once is told in order.
   */
  private static Stream<Fact> refunds(@Nullable Dossier before, Dossier after) {
    return after.payments().entrySet().stream()
        .filter(entry -> refunded(entry.getValue()) > refunded(before, entry.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> refunded(entry.getKey(), entry.getValue(), refunded(before, entry.getKey())));
  }

  private static Fact refunded(String key, Payment payment, long before) {
    Money total = Objects.requireNonNull(payment.refunded());
    return new Fact.PaymentRefunded(
        key,
        payment.reference(),
        new Money(total.amount() - before, total.currency()),
        total,
        total.equals(payment.amount()),
        payment.refundedAt(),
        payment.receipt());
  }

  private static long refunded(@Nullable Dossier dossier, String payment) {
    Payment it = dossier == null ? null : dossier.payments().get(payment);
    return it == null ? 0 : refunded(it);
  }

  private static long refunded(Payment payment) {
    return payment.refunded() == null ? 0 : payment.refunded().amount();
  }

  private static @Nullable String statusOf(@Nullable Dossier dossier, String payment) {
    Payment it = dossier == null ? null : dossier.payments().get(payment);
    return it == null ? null : it.status();
  }

  private static Fact confirmed(String key, Payment payment) {
    return new Fact.PaymentConfirmed(
        key,
        payment.reference(),
        payment.amount(),
        Objects.requireNonNull(payment.paidAt(), "paidAt"),
        payment.gatewayTransactionId(),
        payment.receipt(),
        payment.refundDue());
  }

  private static Fact failed(String key, Payment payment) {
    return new Fact.PaymentFailed(key, payment.reference(), payment.amount());
  }

  /**
   * What the status means for the applicant; nothing while only the unit has work with it.
   *
   * @param issued whether the same change issued a result: that says that the dossier is done
   */
  private static Stream<Fact> entered(Dossier now, boolean issued) {
    long version = now.statusVersion();
    return switch (now.status()) {
      case REFUSED -> Stream.of(new Fact.Refused(version, now.statusReason()));
      case SUPPLEMENT_ASKED -> Stream.of(new Fact.SupplementAsked(version, now.statusReason()));
      case FEE_DUE -> Stream.of(feeDue(now));
      case WITHDRAWN -> Stream.of(new Fact.Withdrawn(version));
      case STOPPED -> Stream.of(new Fact.Stopped(version, now.statusReason()));
      case DONE -> issued ? Stream.empty() : Stream.of(new Fact.Done(version));
      // RECEIVED is a fact of its own; after a payment it is told by the payment.
      case REGISTERED, RECEIVED, PROCESSING, RETURNED -> Stream.empty();
    };
  }

  private static Fact feeDue(Dossier now) {
    return now.payments().values().stream()
        .filter(payment -> payment.status().equals("pending"))
        .max(Comparator.comparing(Payment::createdAt))
        .map(fee -> new Fact.FeeDue(now.statusVersion(), fee.amount(), fee.expiresAt()))
        .orElseGet(() -> new Fact.FeeDue(now.statusVersion(), null, null));
  }
}
