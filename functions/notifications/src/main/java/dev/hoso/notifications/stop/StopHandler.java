package dev.hoso.notifications.stop;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Language;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.lambda.Form;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpEnvelope;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.notifications.Addresses;
import dev.hoso.notifications.Kind;
import dev.hoso.notifications.Manners;
import dev.hoso.notifications.StopLinks;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Shows what a person does not want to be told, and changes it when they say so. To look changes
 * nothing: mail programs open links to see what is behind them.
 */
public final class StopHandler implements RequestStreamHandler {
  private static final JsonType<HttpAnswer> ANSWERS = JsonTypes.of(HttpAnswer.class);

  private final StopLinks links;
  private final Addresses addresses;
  private final Set<Kind> kinds;
  private final StopPages pages = new StopPages();
  private final InstantSource clock;

  /** As Lambda makes it, from the environment: clients, texts and classes are in the snapshot. */
  public StopHandler() {
    this(Settings.load());
  }

  private StopHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  StopHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    this.links = StopLinks.of(settings);
    this.addresses = Addresses.of(settings, dynamo);
    this.kinds = Manners.load(city).optional();
    this.clock = clock;
    pages.unknown(Language.VI);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    HttpRequest request = HttpEnvelope.read(in.readAllBytes());
    out.write(ANSWERS.toJsonBytes(answer(request)));
  }

  private HttpAnswer answer(HttpRequest request) {
    Optional<Form> query = Form.query(request);
    Language language = query.flatMap(Form::language).orElse(Language.VI);
    try {
      String token = request.pathParameter("token");
      return links
          .opened(token)
          .map(address -> answer(request, query, token, address, language))
          .orElseGet(() -> pages.unknown(language));
    } catch (RuntimeException e) {
      // A person waits: a page that says so is better than a 500. The metric has an alarm.
      Log.error("wishNotDealtWith", Map.of(), e);
      Log.metric("Unanswered", 1, Map.of("function", "stop"));
      return pages.failed(language);
    }
  }

  private HttpAnswer answer(
      HttpRequest request, Optional<Form> query, String token, String address, Language language) {
    if (request.method().equals("GET")) {
      boolean saved = query.map(it -> it.field("saved")).orElse("").equals("1");
      return pages.choice(language, kinds, addresses.known(address).optedOut(), saved);
    }
    if (oneClick(request)) {
      Set<Kind> unwanted = kind(query.map(it -> it.field("kind")).orElse(""));
      change(address, already -> already.addAll(unwanted));
      return HttpAnswer.empty(200);
    }
    return Form.of(request)
        .map(form -> saved(form, token, address, language))
        .orElseGet(() -> pages.failed(language));
  }

  private HttpAnswer saved(Form form, String token, String address, Language language) {
    change(
        address,
        optedOut ->
            kinds.forEach(
                kind -> {
                  if (form.field(kind.code()).equals("on")) {
                    optedOut.remove(kind);
                  } else {
                    optedOut.add(kind);
                  }
                }));
    return HttpAnswer.seeOther("/stop/" + token + "?saved=1&lang=" + language.code(), List.of());
  }

  private void change(String address, Consumer<Set<Kind>> change) {
    addresses.optOut(
        address,
        before -> {
          Set<Kind> after = EnumSet.noneOf(Kind.class);
          after.addAll(before);
          change.accept(after);
          return after;
        },
        clock.instant());
  }

  /**
   * RFC 8058: a mail program's button posts this, as a form of one kind or the other, and follows
   * no redirection.
   */
  private static boolean oneClick(HttpRequest request) {
    String body = new String(request.bytes(), StandardCharsets.UTF_8);
    return body.contains("List-Unsubscribe") && body.contains("One-Click");
  }

  /** The kind that the address was made for; all that there are, where it names none of them. */
  private Set<Kind> kind(String code) {
    return kinds.stream()
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .<Set<Kind>>map(EnumSet::of)
        .orElse(kinds);
  }
}
