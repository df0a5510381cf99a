package dev.hoso.results.seal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.results.Dossiers;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;

/**
 * Every minute: seals what the stream did not, follows what dossiers decided, and deletes documents
 * that were kept long enough.
 */
public final class DueHandler implements RequestStreamHandler {
  /** What is left to finish the largest document and answer in. */
  private static final int RESERVE_MILLIS = 45_000;

  private final Owed owed;

  /** As Lambda makes it. */
  public DueHandler() {
    this(Settings.load(), Time.source());
  }

  private DueHandler(Settings settings, InstantSource clock) {
    this(
        Workshop.of(settings, clock),
        new Dossiers(new Table(Dynamo.client(settings), settings.required("HOSO_DOSSIERS_TABLE"))));
  }

  DueHandler(Workshop workshop, Dossiers dossiers) {
    this.owed = workshop.owed(dossiers);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    int left = owed.run(() -> context.getRemainingTimeInMillis() > RESERVE_MILLIS);
    Log.metric("DueBacklog", left, Map.of("owed", "result"));
  }
}
