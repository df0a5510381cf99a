package dev.hoso.payments.settlement;

import dev.hoso.core.Money;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import io.avaje.jsonb.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a person may have to look at.
 *
 * @param finding what it is, by its word
 * @param line where it begins in the file; null where no line is about it
 * @param kind {@code payment} or {@code refund}; null where that is not known
 * @param amount what the line says, or what was paid and is missing there, in the currency's
 *     smallest unit
 * @param expectedAmount what we asked for, where that differs
 * @param at when it happened, as the line says, or when it was paid
 * @param daysWaiting how many days, by Vietnam's calendar, what was paid waits to be settled
 * @param column what of the line cannot be read; empty where it is all of it
 * @param rule what would be right
 */
@Json
public record Difference(
    String finding,
    @Nullable Integer line,
    @Nullable String kind,
    @Nullable String reference,
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable Long expectedAmount,
    @Nullable String expectedCurrency,
    @Nullable String transaction,
    @Nullable String at,
    @Nullable Long daysWaiting,
    @Nullable String column,
    @Nullable String rule) {

  /** The columns of the report in CSV, named as in JSON. */
  static final List<String> COLUMNS =
      List.of(
          "finding",
          "line",
          "kind",
          "reference",
          "amount",
          "currency",
          "expectedAmount",
          "expectedCurrency",
          "transaction",
          "at",
          "daysWaiting",
          "column",
          "rule");

  static Difference of(Line line, Judgement judged) {
    Money money = line.money();
    Item payment = judged.payment();
    boolean differs = judged.finding() == Finding.AMOUNT_DIFFERS;
    return new Difference(
        judged.finding().code(),
        line.number(),
        line.refund() ? "refund" : "payment",
        line.reference() == null ? null : line.reference().value(),
        money.amount(),
        money.currency(),
        differs ? payment.number("amount") : null,
        differs ? payment.text("currency") : null,
        line.transaction(),
        Time.text(line.at()),
        null,
        null,
        null);
  }

  static Difference of(Entry.Unreadable unreadable) {
    return new Difference(
        Finding.UNREADABLE.code(),
        unreadable.number(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        unreadable.column(),
        unreadable.rule());
  }

  static Difference missingThere(Item payment, long daysWaiting) {
    return new Difference(
        Finding.MISSING_THERE.code(),
        null,
        "payment",
        payment.text("reference"),
        payment.number("amount"),
        payment.text("currency"),
        null,
        null,
        payment.textOrNull("gatewayTransactionId"),
        payment.text("paidAt"),
        daysWaiting,
        null,
        null);
  }

  /** What it is, as the report in CSV has it. */
  List<String> fields() {
    return Arrays.asList(
            finding,
            line,
            kind,
            reference,
            amount,
            currency,
            expectedAmount,
            expectedCurrency,
            transaction,
            at,
            daysWaiting,
            column,
            rule)
        .stream()
        .map(value -> harmless(Objects.toString(value, "")))
        .toList();
  }

  /** What a spreadsheet would run as a formula is a text there. */
  private static String harmless(String text) {
    return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
  }
}
