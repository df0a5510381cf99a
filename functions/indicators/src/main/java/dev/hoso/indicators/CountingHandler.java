package dev.hoso.indicators;

import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.BatchConsumer;
import dev.hoso.core.lambda.Change;
import java.util.List;
import java.util.Optional;

/** Counts what the items of a stream count for now. */
abstract class CountingHandler extends BatchConsumer {
  private final Counters counters;

  CountingHandler(Table indicators) {
    this.counters = new Counters(indicators);
  }

  static Table table(Settings settings) {
    return new Table(Dynamo.client(settings), settings.required("HOSO_INDICATORS_TABLE"));
  }

  /** What an item counts for now; empty for what does not count at all. */
  abstract Optional<Contribution> contribution(Item item);

  @Override
  protected final void take(List<Change> changes) {
    counters.count(
        changes.stream()
            .map(Change::after)
            .filter(after -> !after.isEmpty())
            .flatMap(after -> contribution(after).stream())
            .toList());
  }
}
