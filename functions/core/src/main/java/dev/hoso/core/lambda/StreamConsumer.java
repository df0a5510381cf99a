package dev.hoso.core.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Log;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes the changes of a table in, in order for each item, at least once.
 *
 * <p>A change that cannot be taken in does not hold back those of other items: they are all taken
 * in, and Lambda is told of the failed ones. It repeats from the lowest of them on, so what was
 * taken in comes again: {@link #take} must not mind.
 */
public abstract class StreamConsumer implements RequestStreamHandler {
  private static final JsonType<StreamEvent> EVENTS = JsonTypes.of(StreamEvent.class);
  private static final JsonType<StreamAnswer> ANSWERS = JsonTypes.of(StreamAnswer.class);

  /** Takes one change in. What it throws makes Lambda bring the change again. */
  protected abstract void take(Change change);

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    List<StreamAnswer.Failure> failures = new ArrayList<>();
    Set<Map<String, StreamEvent.Attribute>> held = new HashSet<>();
    for (StreamEvent.Entry entry : EVENTS.fromJson(in.readAllBytes()).records()) {
      StreamEvent.Images images = entry.dynamodb();
      // A later change of an item whose earlier one failed must wait for it, or it would be
      // overtaken.
      if (held.contains(images.keys()) || !taken(images)) {
        held.add(images.keys());
        failures.add(new StreamAnswer.Failure(images.sequenceNumber()));
      }
    }
    out.write(ANSWERS.toJsonBytes(new StreamAnswer(failures)));
  }

  private boolean taken(StreamEvent.Images images) {
    try {
      take(Change.of(images));
      return true;
    } catch (RuntimeException e) {
      Log.error("changeNotTaken", Map.of("sequenceNumber", images.sequenceNumber()), e);
      return false;
    }
  }
}
