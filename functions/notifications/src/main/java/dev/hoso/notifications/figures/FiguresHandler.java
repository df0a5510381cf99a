package dev.hoso.notifications.figures;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Language;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Form;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpEnvelope;
import dev.hoso.core.lambda.HttpRequest;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Shows everybody how fast messages left and how many arrived. */
public final class FiguresHandler implements RequestStreamHandler {
  private static final JsonType<HttpAnswer> ANSWERS = JsonTypes.of(HttpAnswer.class);
  private static final JsonType<Report> REPORTS = JsonTypes.of(Report.class);
  private static final int DAYS = 30;

  /** However many look, the table is read once in this time by each copy of the function. */
  private static final Duration KEPT = Duration.ofMinutes(1);

  private static final String CACHED = "public, max-age=" + KEPT.toSeconds();

  private final Figures figures;
  private final InstantSource clock;
  private final FiguresPages pages = new FiguresPages();
  private @Nullable Kept kept;

  /** As Lambda makes it, from the environment: clients, texts and classes are in the snapshot. */
  public FiguresHandler() {
    this(Settings.load());
  }

  private FiguresHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  FiguresHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    this.figures = new Figures(new Table(dynamo, settings.required("HOSO_FIGURES_TABLE")));
    this.clock = clock;
  }

  /**
   * The last 30 days.
   *
   * @param asOf when it was counted together
   */
  @Json
  public record Report(String asOf, List<Day> days) {}

  private record Kept(Report report, Instant until) {}

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    HttpRequest request = HttpEnvelope.read(in.readAllBytes());
    out.write(ANSWERS.toJsonBytes(answer(request)));
  }

  private HttpAnswer answer(HttpRequest request) {
    Language language = Form.query(request).flatMap(Form::language).orElse(Language.VI);
    String accept = request.header("accept");
    boolean html = accept != null && accept.contains("text/html");
    try {
      Report report = report();
      return html ? pages.figures(report, language, CACHED) : json(report);
    } catch (RuntimeException e) {
      Log.error("requestFailed", Map.of("path", "/messages"), e);
      return html
          ? pages.failed(language)
          : HttpAnswer.problem(503, "unavailable", "Not now", "Please try again in a few minutes");
    }
  }

  private Report report() {
    Instant now = clock.instant();
    Kept last = kept;
    if (last == null || !now.isBefore(last.until())) {
      last =
          new Kept(new Report(Time.text(now), figures.days(Time.day(now), DAYS)), now.plus(KEPT));
      kept = last;
    }
    return last.report();
  }

  private static HttpAnswer json(Report report) {
    return new HttpAnswer(
        200,
        Map.of("content-type", "application/json", "cache-control", CACHED, "vary", "accept"),
        REPORTS.toJson(report));
  }
}
