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
    List<Change> there = changes.stream().filter(change -> !change.after().isEmpty()).toList();
    counters.count(
        there.stream().flatMap(change -> contribution(change.after()).stream()).toList());
    there.forEach(this::also);
  }

  /** What else follows from a change; it may come again. Nothing, unless a handler says so. */
  void also(Change change) {}
}
