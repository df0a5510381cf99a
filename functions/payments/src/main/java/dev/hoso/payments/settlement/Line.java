package dev.hoso.payments.settlement;

import dev.hoso.core.Money;
import dev.hoso.payments.PaymentReference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a settlement file says.
 *
 * @param number where it begins in the file, from 1
 * @param refund whether the money went back; else it came
 * @param reference the payment that it names; null where it names none of ours
 * @param money what came or went back, at least 1 of the currency's smallest unit
 * @param transaction the gateway's name of this movement of money; null where the file has none
 * @param at when it happened
 * @param fee what the gateway kept of it, in the currency's smallest unit; null where the file does
 *     not say
 */
record Line(
    int number,
    boolean refund,
    @Nullable PaymentReference reference,
    Money money,
    @Nullable String transaction,
    Instant at,
    @Nullable Money fee)
    implements Entry {

  /** What two lines about one movement of money have in common. */
  String movement() {
    return transaction == null ? "-" : transaction;
  }
}
