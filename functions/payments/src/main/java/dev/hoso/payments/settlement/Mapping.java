package dev.hoso.payments.settlement;

import dev.hoso.core.csv.Column;
import dev.hoso.core.csv.TimeForm;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway writes its settlement files.
 *
 * @param separator what stands between two fields
 * @param reference where our reference stands
 * @param inside whether it stands somewhere in a bank transfer's text
 * @param transaction where the gateway's name of a payment stands
 * @param refundTransaction where its name of a refund stands
 * @param kind where it says whether money came or went back; where that is not told, the amount's
 *     sign says it
 * @param words what it says there
 * @param timeForm null where no time is told
 * @param fee where what the gateway keeps stands
 * @param feeCurrency where its currency stands; the payment's where that is not told
 */
record Mapping(
    String gateway,
    char separator,
    Charset charset,
    Column reference,
    boolean inside,
    Column amount,
    AmountForm amountForm,
    Column currency,
    Column transaction,
    Column refundTransaction,
    Column kind,
    Words words,
    Column time,
    @Nullable TimeForm timeForm,
    Column fee,
    Column feeCurrency) {

  /** The columns that a file must have. */
  List<String> columns() {
    return Stream.of(
            reference,
            amount,
            currency,
            transaction,
            refundTransaction,
            kind,
            time,
            fee,
            feeCurrency)
        .flatMap(column -> column.names().stream())
        .distinct()
        .toList();
  }

  /**
   * What a gateway calls payments and refunds, and what of it is neither.
   *
   * @param ignored {@code *} is all others
   */
  record Words(Set<String> payment, Set<String> refund, Set<String> ignored) {
    boolean ignores(String word) {
      return ignored.contains(word) || ignored.contains("*");
    }
  }
}
