package dev.hoso.payments.settlement;

import dev.hoso.core.Money;
import dev.hoso.core.dynamo.Item;
import dev.hoso.payments.Source;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what comes of a file. Used by one thread. */
final class Tally {
  /** Payments of before it was noted: there was no other way then. */
  private static final String FIRST_WAY = Source.WEBHOOK.code();

  private final Map<Finding, Sum> findings = new EnumMap<>(Finding.class);
  private final Map<String, Long> confirmedBy = new LinkedHashMap<>();
  private final Map<String, Long> fees = new TreeMap<>();
  private final Map<Long, Sum> waiting = new TreeMap<>();
  private long lines;

  Tally() {
    for (Finding finding : Finding.values()) {
      findings.put(finding, new Sum());
    }
    for (Source source : Source.values()) {
      confirmedBy.put(source.code(), 0L);
    }
  }

  void add(Line line, Judgement judged) {
    lines++;
    add(judged.finding(), line.money());
    if (judged.finding().settles()) {
      confirmedBy.merge(way(judged.payment()), 1L, Long::sum);
      Money fee = line.fee();
      if (fee != null) {
        fees.merge(fee.currency(), fee.amount(), Long::sum);
      }
    }
  }

  /** A line whose money is not known. */
  void add(Finding finding) {
    lines++;
    add(finding, null);
  }

  void addMissingThere(Money money, long daysWaiting) {
    add(Finding.MISSING_THERE, money);
    waiting.computeIfAbsent(daysWaiting, days -> new Sum()).add(money);
  }

  private void add(Finding finding, @Nullable Money money) {
    findings.computeIfAbsent(finding, it -> new Sum()).add(money);
  }

  private static String way(Item payment) {
    String by = payment.textOrNull("confirmedBy");
    return by == null ? FIRST_WAY : by;
  }

  Report report(Sheet sheet) {
    Map<String, Report.Total> totals = new LinkedHashMap<>();
    long differences = 0;
    for (Map.Entry<Finding, Sum> one : findings.entrySet()) {
      totals.put(one.getKey().code(), one.getValue().total());
      differences += one.getKey().isDifference() ? one.getValue().count : 0;
    }
    Map<String, Report.Total> days = new LinkedHashMap<>();
    waiting.forEach((waited, sum) -> days.put(waited.toString(), sum.total()));
    return new Report(
        sheet.gateway(),
        sheet.name(),
        sheet.day().map(Object::toString).orElse(null),
        lines,
        totals,
        confirmedBy,
        fees,
        days,
        differences);
  }

  /** A count, and sums by currency. */
  private static final class Sum {
    private final Map<String, Long> amounts = new TreeMap<>();
    private long count;

    void add(@Nullable Money money) {
      count++;
      if (money != null) {
        amounts.merge(money.currency(), money.amount(), Math::addExact);
      }
    }

    Report.Total total() {
      return new Report.Total(count, amounts);
    }
  }
}
