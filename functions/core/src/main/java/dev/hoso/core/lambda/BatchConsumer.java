package dev.hoso.core.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Log;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Takes a batch of a table's changes in together, at least once; where that fails, one by one. For
 * what counts: its order does not matter, so what failed waits for nobody and holds nobody back.
 */
public abstract class BatchConsumer implements RequestStreamHandler {
  private static final JsonType<StreamEvent> EVENTS = JsonTypes.of(StreamEvent.class);
  private static final JsonType<StreamAnswer> ANSWERS = JsonTypes.of(StreamAnswer.class);

  /** Takes changes in, all or none. What it throws makes them come again. */
  protected abstract void take(List<Change> changes);

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    List<StreamEvent.Images> batch =
        EVENTS.fromJson(in.readAllBytes()).records().stream()
            .map(StreamEvent.Entry::dynamodb)
            .toList();
    out.write(ANSWERS.toJsonBytes(new StreamAnswer(taken(batch) ? List.of() : each(batch))));
  }

  private List<StreamAnswer.Failure> each(List<StreamEvent.Images> batch) {
    return batch.stream()
        .filter(images -> !taken(List.of(images)))
        .map(images -> new StreamAnswer.Failure(images.sequenceNumber()))
        .toList();
  }

  private boolean taken(List<StreamEvent.Images> batch) {
    try {
      take(batch.stream().map(Change::of).toList());
      return true;
    } catch (RuntimeException e) {
      String first = batch.getFirst().sequenceNumber();
      Log.error("changesNotCounted", Map.of("sequenceNumber", first, "changes", batch.size()), e);
      return false;
    }
  }
}
