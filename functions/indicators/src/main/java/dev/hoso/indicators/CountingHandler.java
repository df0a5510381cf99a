package dev.hoso.indicators;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Change;
import dev.hoso.core.lambda.StreamAnswer;
import dev.hoso.core.lambda.StreamEvent;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Counts a batch of a stream together; where that fails, one by one. In what order changes are
 * counted does not matter, so what failed waits for nobody.
 */
abstract class CountingHandler implements RequestStreamHandler {
  private static final JsonType<StreamEvent> EVENTS = JsonTypes.of(StreamEvent.class);
  private static final JsonType<StreamAnswer> ANSWERS = JsonTypes.of(StreamAnswer.class);
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
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    List<StreamEvent.Images> batch =
        EVENTS.fromJson(in.readAllBytes()).records().stream()
            .map(StreamEvent.Entry::dynamodb)
            .toList();
    out.write(ANSWERS.toJsonBytes(new StreamAnswer(counted(batch) ? List.of() : each(batch))));
  }

  /** What else follows from a change; it may come again. Nothing, unless a handler says so. */
  void also(Change change) {}

  private List<StreamAnswer.Failure> each(List<StreamEvent.Images> batch) {
    return batch.stream()
        .filter(images -> !counted(List.of(images)))
        .map(images -> new StreamAnswer.Failure(images.sequenceNumber()))
        .toList();
  }

  private boolean counted(List<StreamEvent.Images> batch) {
    try {
      List<Change> changes =
          batch.stream().map(Change::of).filter(change -> !change.after().isEmpty()).toList();
      counters.count(
          changes.stream().flatMap(change -> contribution(change.after()).stream()).toList());
      changes.forEach(this::also);
      return true;
    } catch (RuntimeException e) {
      String first = batch.getFirst().sequenceNumber();
      Log.error("changesNotCounted", Map.of("sequenceNumber", first, "changes", batch.size()), e);
      return false;
    }
  }
}
