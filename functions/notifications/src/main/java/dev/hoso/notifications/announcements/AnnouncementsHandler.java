package dev.hoso.notifications.announcements;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.CitizenPages;
import dev.hoso.core.Invalid;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Refused;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpEnvelope;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.notifications.SmsLength;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Takes announcements in, shows them, and stops them. */
public final class AnnouncementsHandler implements RequestStreamHandler {
  private static final JsonType<HttpRequest> REQUESTS = JsonTypes.of(HttpRequest.class);
  private static final JsonType<HttpAnswer> ANSWERS = JsonTypes.of(HttpAnswer.class);
  private static final JsonType<Object> JSON = JsonTypes.of(Object.class);

  private final AnnouncementsDesk desk;

  /** As Lambda makes it, from the environment: clients, texts and classes are in the snapshot. */
  public AnnouncementsHandler() {
    this(Settings.load());
  }

  private AnnouncementsHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  AnnouncementsHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    this.desk =
        new AnnouncementsDesk(
            Announcements.of(settings, dynamo),
            new ListBucket(settings),
            new Admission(TextRules.load(city, CitizenPages.of(settings)), new SmsLength(settings)),
            clock);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(ANSWERS.toJsonBytes(answer(in.readAllBytes())));
  }

  private HttpAnswer answer(byte[] event) {
    try {
      if (event.length > HttpEnvelope.LONGEST_TEXT) {
        throw new Invalid("body", "must be shorter: three SMS in two languages");
      }
      return answer(REQUESTS.fromJson(event));
    } catch (Invalid invalid) {
      return HttpAnswer.invalid(invalid);
    } catch (Refused refused) {
      return HttpAnswer.problem(
          refused.status(), refused.type(), title(refused.status()), refused.detail());
    }
  }

  private HttpAnswer answer(HttpRequest request) {
    String path = request.rawPath();
    if (path.endsWith("/announcements")) {
      return request.method().equals("POST")
          ? json(201, desk.create(request.bytes(), request.header("idempotency-key")))
          : json(200, desk.all());
    }
    String id = request.pathParameter("id");
    return request.method().equals("POST")
        ? json(200, desk.change(id, path.substring(path.lastIndexOf('/') + 1)))
        : json(200, desk.show(id));
  }

  private static String title(int status) {
    return status == 404 ? "Not Found" : "Conflict";
  }

  private static HttpAnswer json(int status, Object body) {
    return HttpAnswer.json(status, JSON.toJson(body));
  }
}
