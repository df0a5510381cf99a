package dev.hoso.payments.settlement;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentReference;
import dev.hoso.payments.Unsettled;
import java.time.LocalDate;
import java.util.Map;

/**
 * That the money of payments was settled, as it is kept in them. One conditional write for a line;
 * none raises a payment's version, because it is no news about the payment.
 */
final class Settled {
  /** Refunds that were settled, by their transactions. */
  static final String REFUNDS = "settledRefunds";

  /** What all of them come to. */
  static final String REFUNDED = "settledRefundedAmount";

  private final Table payments;

  Settled(Table payments) {
    this.payments = payments;
  }

  /**
   * What a file is, in one go through it.
   *
   * @param run tells the file apart from every other, also from another one of its name, and not
   *     from itself when Lambda tries it again
   */
  record Run(String gateway, LocalDate day, String run) {}

  /** Settles a payment that is paid, and that nothing but this line or this transaction settled. */
  Outcome payment(Run run, PaymentReference reference, Line line) {
    return payments.write(
        of(run, reference, line)
            .ifPresent("paidAt")
            .ifEquals("amount", line.money().amount())
            .ifAbsentOrEquals("settledTransaction", line.movement())
            .ifNotUnless("settledRun", run.run(), "settledLine", line.number())
            .setOnce("settledOn", run.day().toString())
            .set("settledTransaction", line.movement())
            .set("settledRun", run.run())
            .set("settledLine", line.number())
            .remove(Unsettled.INDEX));
  }

  /** Settles a payment's first refund. */
  Outcome firstRefund(Run run, PaymentReference reference, Line line, boolean recovered) {
    return payments.write(
        of(run, reference, line)
            .ifAtLeast("refundedAmount", line.money().amount())
            .ifAbsent(REFUNDS)
            .set(REFUNDS, Item.of(Map.of(line.movement(), refund(run, line, recovered))))
            .set(REFUNDED, line.money().amount()));
  }

  /**
   * Settles a refund of a payment that has others settled.
   *
   * @param settled what all of them come to; else somebody settled one in between
   */
  Outcome nextRefund(
      Run run, PaymentReference reference, Line line, long settled, boolean recovered) {
    long total = settled + line.money().amount();
    return payments.write(
        of(run, reference, line)
            .ifAtLeast("refundedAmount", total)
            .ifEquals(REFUNDED, settled)
            .setAt(refund(run, line, recovered), REFUNDS, line.movement())
            .set(REFUNDED, total));
  }

  /** Notes that this file has a refund that another one, or an earlier one of its name, had. */
  Outcome sameRefund(Run run, PaymentReference reference, Line line, Item before) {
    Item now = refund(run, line, before.flag("recovered"), before.text("settledOn"));
    return payments.write(
        of(run, reference, line).ifPresent(REFUNDS).setAt(now, REFUNDS, line.movement()));
  }

  private static Update of(Run run, PaymentReference reference, Line line) {
    return Update.of(Payment.key(run.gateway(), reference))
        .ifEquals("currency", line.money().currency());
  }

  private static Item refund(Run run, Line line, boolean recovered) {
    return refund(run, line, recovered, run.day().toString());
  }

  private static Item refund(Run run, Line line, boolean recovered, String settledOn) {
    return Item.of(
        Map.of(
            "amount", line.money().amount(),
            "settledOn", settledOn,
            "run", run.run(),
            "line", line.number(),
            "recovered", recovered));
  }
}
