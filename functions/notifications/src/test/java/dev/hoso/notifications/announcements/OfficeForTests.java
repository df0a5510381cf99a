package dev.hoso.notifications.announcements;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import dev.hoso.core.BucketForTests;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.OpenApi;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Table;
import io.avaje.jsonb.JsonType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Whoever announces, and the minute that reads lists on. */
public final class OfficeForTests {
  private static final OpenApi OPEN_API = OpenApi.read();

  /** An announcement that breaks no rule. */
  public static final String CLOSED =
      """
      {"name":"Closed","text":{"vi":"Bộ phận một cửa nghỉ ngày 01/12/2026.",
       "en":"The one-stop service is closed on 1 Dec 2026."}}""";

  private static final JsonType<Object> JSON = JsonTypes.of(Object.class);
  private final BucketForTests lists = new BucketForTests();
  private final InstantSource clock;
  private final Settings settings;
  private Table messages;

  public OfficeForTests(Table messages, InstantSource clock) {
    this.messages = messages;
    this.clock = clock;
    Map<String, String> all = BucketForTests.settings();
    all.put("HOSO_LISTS_BUCKET", lists.name());
    all.put("HOSO_CITIZEN_ADDRESS", "https://hoso.example.gov.vn");
    all.put("HOSO_RETENTION_DAYS", "730");
    all.put("HOSO_MESSAGES_TABLE", messages.name());
    all.put("HOSO_SMS_SENDER", "HANOI");
    all.put("HOSO_SMS_MAX_PRICE", "0.10");
    all.put("HOSO_EMAIL_SENDER", "hoso@example.gov.vn");
    all.put("HOSO_ADDRESSES_KEY", "unused: it sends nothing");
    this.settings = Settings.of(all);
  }

  /** From now on the table is written through this client. */
  public void table(Table other) {
    messages = other;
  }

  /** What was answered. */
  public record Answer(long status, Map<String, Object> body) {
    public String text(String name) {
      return String.valueOf(body.get(name));
    }

    /** How many lines are so. */
    public long count(String name) {
      return ((Number) ((Map<?, ?>) body.get("progress")).get(name)).longValue();
    }

    /** The fields that break rules, each with its rule. */
    public List<String> faults() {
      return ((List<?>) body.get("errors"))
          .stream()
              .map(Map.class::cast)
              .map(fault -> fault.get("field") + " " + fault.get("rule"))
              .toList();
    }

    public List<String> refused() {
      return ((List<?>) body.get("refusedLines"))
          .stream()
              .map(Map.class::cast)
              .map(it -> it.get("line") + " " + it.get("column") + " " + it.get("rule"))
              .toList();
    }
  }

  public Answer announce(String body) {
    return call("POST", "/announcements", null, body, Map.of());
  }

  public Answer announce(String body, String key) {
    return call("POST", "/announcements", null, body, Map.of("idempotency-key", key));
  }

  /** Announces to a list that is there already; its id. */
  public String announced(String body, String list) {
    Answer answer = announce(body);
    put(answer.text("list"), list);
    return answer.text("id");
  }

  public Answer all() {
    return call("GET", "/announcements", null, "", Map.of());
  }

  public Answer show(String id) {
    return call("GET", "/announcements/" + id, id, "", Map.of());
  }

  public Answer change(String id, String how) {
    return call("POST", "/announcements/" + id + "/" + how, id, "{}", Map.of());
  }

  public void put(String key, String list) {
    put(key, list.getBytes(StandardCharsets.UTF_8));
  }

  public void put(String key, byte[] list) {
    lists.put(key, list);
  }

  public void delete(String key) {
    lists.delete(key);
  }

  /** As somebody does who has no credentials of the bucket. */
  public static int upload(Answer answer, String list) {
    Map<?, ?> upload = (Map<?, ?>) answer.body().get("upload");
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              java.net.http.HttpRequest.newBuilder(URI.create((String) upload.get("url")))
                  .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(list))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The scheduler's minute. */
  public void minute(Context time) {
    ListsHandler handler = new ListsHandler(settings, messages.dynamo(), clock);
    handler.handleRequest(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), time);
  }

  private Answer call(
      String method, String path, String id, String body, Map<String, String> headers) {
    Map<String, Object> event =
        Map.of(
            "requestContext",
            Map.of("http", Map.of("method", method)),
            "rawPath",
            path,
            "headers",
            headers,
            "pathParameters",
            id == null ? Map.of() : Map.of("id", id),
            "body",
            body,
            "isBase64Encoded",
            false);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new AnnouncementsHandler(settings, messages.dynamo(), clock)
          .handleRequest(new ByteArrayInputStream(JSON.toJsonBytes(event)), out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Object> answer = map(JSON.fromJson(out.toString(StandardCharsets.UTF_8)));
    String route = method + " " + (id == null ? path : path.replace(id, "{id}"));
    assertThat(OPEN_API.faults(route, answer)).isEmpty();
    return new Answer(
        ((Number) answer.get("statusCode")).longValue(),
        map(JSON.fromJson((String) answer.get("body"))));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object json) {
    return (Map<String, Object>) json;
  }
}
