package dev.hoso.notifications.figures;

import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.BatchConsumer;
import dev.hoso.core.lambda.Change;
import dev.hoso.notifications.Manners;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Counts what messages' changes count, a batch in one transaction. */
public final class MovesHandler extends BatchConsumer {
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
  protected void take(List<Change> changes) {
    figures.count(
        changes.stream().flatMap(change -> Move.of(change, manners).stream()).toList(),
        clock.instant());
  }
}
