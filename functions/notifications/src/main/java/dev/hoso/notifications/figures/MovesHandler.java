package dev.hoso.notifications.figures;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Change;
import dev.hoso.core.lambda.StreamEvent;
import dev.hoso.notifications.Manners;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Counts what messages' changes count, a batch in one transaction. What fails fails as a whole, and
 * Lambda brings it again in halves: in what order moves are counted does not matter.
 */
public final class MovesHandler implements RequestStreamHandler {
  private static final JsonType<StreamEvent> EVENTS = JsonTypes.of(StreamEvent.class);
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
    List<Move> moves =
        EVENTS.fromJson(in.readAllBytes()).records().stream()
            .flatMap(entry -> Move.of(Change.of(entry.dynamodb()), manners).stream())
            .toList();
    figures.count(moves, clock.instant());
  }
}
