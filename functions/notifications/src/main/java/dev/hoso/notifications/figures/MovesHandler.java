package dev.hoso.notifications.figures;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Change;
import dev.hoso.core.lambda.StreamAnswer;
import dev.hoso.core.lambda.StreamEvent;
import dev.hoso.notifications.Manners;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Counts what messages' changes count, a batch in one transaction; where that fails, one by one. In
 * what order moves are counted does not matter, so what failed waits for nobody.
 */
public final class MovesHandler implements RequestStreamHandler {
  private static final JsonType<StreamEvent> EVENTS = JsonTypes.of(StreamEvent.class);
  private static final JsonType<StreamAnswer> ANSWERS = JsonTypes.of(StreamAnswer.class);
  private final Figures figures;
  private final Manners manners;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment. */
  public MovesHandler() {
    this(Settings.load());
  }

  private MovesHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  MovesHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    this.figures = new Figures(new Table(dynamo, settings.required("HOSO_FIGURES_TABLE")));
    this.manners = Manners.load(settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null));
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    List<StreamEvent.Images> batch =
        EVENTS.fromJson(in.readAllBytes()).records().stream()
            .map(StreamEvent.Entry::dynamodb)
            .toList();
    out.write(ANSWERS.toJsonBytes(new StreamAnswer(counted(batch) ? List.of() : each(batch))));
  }

  /** One that cannot be counted holds back no other. */
  private List<StreamAnswer.Failure> each(List<StreamEvent.Images> batch) {
    return batch.stream()
        .filter(images -> !counted(List.of(images)))
        .map(images -> new StreamAnswer.Failure(images.sequenceNumber()))
        .toList();
  }

  private boolean counted(List<StreamEvent.Images> batch) {
    try {
      figures.count(
          batch.stream().flatMap(images -> Move.of(Change.of(images), manners).stream()).toList(),
          clock.instant());
      return true;
    } catch (RuntimeException e) {
      Log.error("movesNotCounted", Map.of("sequenceNumber", batch.getFirst().sequenceNumber()), e);
      return false;
    }
  }
}
