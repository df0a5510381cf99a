package dev.hoso.portal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.Invalid;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpEnvelope;
import dev.hoso.core.lambda.HttpRequest;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Shows how far the portal is in step, what it refused, and what its audits found. */
public final class ApiHandler implements RequestStreamHandler {
  private static final JsonType<HttpAnswer> ANSWERS = JsonTypes.of(HttpAnswer.class);
  private static final JsonType<SyncReport> SYNC = JsonTypes.of(SyncReport.class);
  private static final JsonType<RefusedDossier.Page> REFUSED =
      JsonTypes.of(RefusedDossier.Page.class);
  private static final JsonType<AuditReport> AUDITS = JsonTypes.of(AuditReport.class);

  private final Backlog backlog;
  private final Known known;
  private final Refusals refusals;
  private final Audits audits;
  private final InstantSource clock;

  /** As Lambda makes it. */
  public ApiHandler() {
    this(Settings.load(), Time.source());
  }

  private ApiHandler(Settings settings, InstantSource clock) {
    this(settings, clock, Dynamo.client(settings));
  }

  ApiHandler(Settings settings, InstantSource clock, DynamoDbClient dynamo) {
    Table dossiers = new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE"));
    Table own = new Table(dynamo, settings.required("HOSO_PORTAL_TABLE"));
    this.backlog = new Backlog(dossiers);
    this.known = new Known(own);
    this.refusals = new Refusals(dossiers, backlog, new Claims(dossiers, known));
    this.audits = new Audits(own);
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(ANSWERS.toJsonBytes(answer(HttpEnvelope.read(in.readAllBytes()))));
  }

  private HttpAnswer answer(HttpRequest request) {
    String route = request.method() + " " + request.rawPath();
    return switch (route) {
      case "GET /indicators/sync" ->
          HttpAnswer.json(200, SYNC.toJson(SyncReport.of(backlog, known, Time.now(clock))));
      case "GET /portal/refused" -> HttpAnswer.json(200, REFUSED.toJson(refusals.longest()));
      case "POST /portal/refused/retry" -> retried(refusals.retry());
      default -> audit(request.pathParameter("day"));
    };
  }

  private static HttpAnswer retried(long count) {
    Log.info("portalRetry", Map.of("dossiers", count));
    return HttpAnswer.json(202, "{\"retried\":" + count + "}");
  }

  private HttpAnswer audit(String day) {
    try {
      return audits
          .find(LocalDate.parse(day))
          .map(it -> HttpAnswer.json(200, AUDITS.toJson(it)))
          .orElseGet(
              () ->
                  HttpAnswer.problem(
                      404,
                      "unknown-audit",
                      "There is no such audit",
                      "A day is audited in the night after it; " + day + " was not, or not yet"));
    } catch (DateTimeParseException e) {
      return HttpAnswer.invalid(new Invalid("day", "must be a date like 2026-11-24"));
    }
  }
}
