package dev.hoso.indicators;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Transaction;
import dev.hoso.core.dynamo.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts everything anew from the tables and compares, in two steps that together say whether the
 * numbers are right: what each dossier and message counts for against what was counted of it, and
 * the counters against the sum of all that was counted.
 *
 * <p>A dossier that is no longer kept stands for itself by what was counted of it.
 *
 * @param repairs whether differences are mended; then nothing else may count at that time
 */
record Rebuild(
    Table dossiers, Table messages, Table indicators, DossierCounting counting, boolean repairs) {
  /** Reports how it is, and mends it where it is asked to. */
  RebuildReport run() {
    RebuildReport.Builder report = new RebuildReport.Builder(repairs);
    report.dossiers(compared(dossiers, item -> Optional.of(counting.of(item)), report));
    report.messages(compared(messages, MessageCounting::of, report));
    missing().forEach((key, counts) -> mended(key, counts, report));
    return report.build();
  }

  private long compared(
      Table table, Function<Item, Optional<Contribution>> of, RebuildReport.Builder report) {
    long number = 0;
    List<Contribution> portion = new ArrayList<>();
    for (Iterator<Item> items = table.scan(); items.hasNext(); ) {
      Optional<Contribution> one = of.apply(items.next()).filter(Rebuild::counts);
      one.ifPresent(portion::add);
      number += one.isPresent() ? 1 : 0;
      if (portion.size() == Transaction.LARGEST || !items.hasNext()) {
        compare(portion, report);
        portion.clear();
      }
    }
    return number;
  }

  /** A message that was not sent yet counts for nothing and is not brought by the stream. */
  private static boolean counts(Contribution one) {
    return !one.counts().isEmpty() || one.open() != null;
  }

  private void compare(List<Contribution> portion, RebuildReport.Builder report) {
    if (portion.isEmpty()) {
      return;
    }
    Map<String, Contribution> counted = new HashMap<>();
    indicators
        .all(portion.stream().map(it -> ContributionItem.key(it.source())).toList())
        .forEach(item -> counted.put(item.text("id"), ContributionItem.read(item)));
    List<Contribution> wrong =
        portion.stream().filter(one -> wrong(one, counted.get(one.source()), report)).toList();
    if (repairs) {
      new Counters(indicators).correct(wrong);
    }
  }

  private static boolean wrong(
      Contribution one, @Nullable Contribution counted, RebuildReport.Builder report) {
    if (counted != null && (counted.newerThan(one) || counted.countsAs(one))) {
      return false;
    }
    if (counted == null || one.newerThan(counted)) {
      report.behind(one.source());
    } else {
      report.countedOtherwise(one.source());
    }
    return true;
  }

  /** By how much counters say less than what was counted; below 0 where they say more. */
  private Map<Key, Counts> missing() {
    Map<Key, Counts> missing = new TreeMap<>();
    for (Iterator<Item> items = indicators.scan(); items.hasNext(); ) {
      Item item = items.next();
      if (ContributionItem.is(item)) {
        Layout.of(ContributionItem.read(item))
            .forEach((key, counts) -> missing.merge(key, counts, Counts::plus));
      } else {
        Key.laned(item)
            .ifPresent(
                key ->
                    missing.merge(key, Counts.NONE.minus(ContributionItem.of(item)), Counts::plus));
      }
    }
    missing.values().removeIf(Counts::isEmpty);
    return missing;
  }

  private void mended(Key key, Counts counts, RebuildReport.Builder report) {
    report.counter(key, counts);
    if (repairs) {
      Update update = Update.of(key.lane(0));
      counts.all().forEach(update::add);
      indicators.write(update);
    }
  }
}
