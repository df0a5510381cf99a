package dev.hoso.notifications.events;

import dev.hoso.core.EventType;
import dev.hoso.core.Money;
import dev.hoso.core.dynamo.Item;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What happened to a dossier's payments. */
final class FeeEvents {
  private static final Map<String, EventType> ENDS =
      Map.of(
          "failed", EventType.FEE_FAILED,
          "expired", EventType.FEE_EXPIRED,
          "cancelled", EventType.FEE_CANCELLED);

  private FeeEvents() {}

  /** Tells the difference of two maps of payments, in the order of gateway and reference. */
  static void between(Item before, Item after, DossierEvents.Sink sink) {
    for (String key : new TreeSet<>(after.attributes().keySet())) {
      of(key, before.map(key), after.map(key), sink);
    }
  }

  private static void of(String key, Item before, Item after, DossierEvents.Sink sink) {
    if (before.isEmpty()) {
      sink.add(
          EventType.FEE_ASKED,
          key,
          with(after, Data.of("expiresAt", after.timeOrNull("expiresAt"))));
    }
    if (after.has("paidAt") && !before.has("paidAt")) {
      sink.add(EventType.FEE_PAID, key, with(after, paid(after)));
    }
    String status = after.text("status");
    EventType end = ENDS.get(status);
    if (end != null && !status.equals(before.textOrNull("status"))) {
      sink.add(end, key, with(after, Data.of()));
    }
    long total = after.numberOr("refundedAmount", 0);
    long now = total - before.numberOr("refundedAmount", 0);
    if (now > 0) {
      // What went back is told by the total, so that each part is an event of its own.
      sink.add(EventType.FEE_REFUNDED, key + " " + total, with(after, refunded(after, now, total)));
    }
  }

  private static Map<String, @Nullable Object> paid(Item payment) {
    return Data.of(
        "paidAt",
        payment.timeOrNull("paidAt"),
        "late",
        payment.flag("late"),
        "refundDue",
        payment.flag("refundDue"));
  }

  private static Map<String, @Nullable Object> refunded(Item payment, long now, long total) {
    return Data.of(
        "refunded", now, "refundedTotal", total, "refundedAt", payment.timeOrNull("refundedAt"));
  }

  private static Map<String, @Nullable Object> with(
      Item payment, Map<String, @Nullable Object> more) {
    String currency = payment.textOrNull("currency");
    Map<String, @Nullable Object> data =
        Data.of(
            "gateway",
            payment.text("gateway"),
            "reference",
            payment.text("reference"),
            "amount",
            payment.number("amount"),
            "currency",
            currency == null ? Money.CURRENCY : currency);
    data.putAll(more);
    return data;
  }
}
