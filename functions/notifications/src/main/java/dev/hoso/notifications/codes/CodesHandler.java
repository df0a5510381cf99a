package dev.hoso.notifications.codes;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.DossierCode;
import dev.hoso.core.Invalid;
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
import dev.hoso.notifications.Urgent;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Takes the two forms of a dossier's page in: the one that asks for a code and the one that a code
 * is entered in. Every answer leads on to a page.
 */
public final class CodesHandler implements RequestStreamHandler {
  private static final JsonType<HttpRequest> REQUESTS = JsonTypes.of(HttpRequest.class);
  private static final JsonType<HttpEnvelope> ENVELOPES = JsonTypes.of(HttpEnvelope.class);
  private static final JsonType<HttpAnswer> ANSWERS = JsonTypes.of(HttpAnswer.class);

  private final Asking asking;
  private final Entering entering;
  private final Pages pages;

  /** As Lambda makes it, from the environment: clients, texts and classes are in the snapshot. */
  public CodesHandler() {
    this(Settings.load());
  }

  private CodesHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source(), Pace.STEADY);
  }

  CodesHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock, Pace pace) {
    Table table = new Table(dynamo, settings.required("HOSO_CODES_TABLE"));
    Table dossiers = new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE"));
    Codes codes = new Codes(table);
    Counters counters = new Counters(table);
    KeyedHash hash = new KeyedHash(settings);
    Urgent urgent = Urgent.of(settings, dynamo, clock);
    this.asking = new Asking(dossiers, codes, counters, hash, urgent, clock, pace);
    this.entering = new Entering(codes, counters, hash, clock);
    this.pages = new Pages(settings);
    urgent.rehearse();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(ANSWERS.toJsonBytes(answer(in.readAllBytes())));
  }

  private HttpAnswer answer(byte[] event) {
    if (event.length > HttpEnvelope.LONGEST_TEXT) {
      return answer(ENVELOPES.fromJson(event).request(), Optional.empty());
    }
    HttpRequest request = REQUESTS.fromJson(event);
    return answer(request, Form.of(request));
  }

  private HttpAnswer answer(HttpRequest request, Optional<Form> form) {
    Optional<Language> language = form.flatMap(Form::language);
    try {
      DossierCode code = DossierCode.parse("code", request.pathParameter("code"));
      return pages.of(code, reply(code, form, request), language);
    } catch (Invalid misspelled) {
      return Pages.misspelled(language);
    }
  }

  private Reply reply(DossierCode code, Optional<Form> form, HttpRequest request) {
    boolean entry = request.rawPath().endsWith("/entry");
    if (form.isEmpty()) {
      return entry ? new Reply.Wrong() : new Reply.Failed();
    }
    String sourceIp = request.requestContext().http().sourceIp();
    try {
      return entry
          ? entering.enter(code, form.get().field("entry"), sourceIp)
          : asking.ask(code, form.get(), sourceIp);
    } catch (RuntimeException e) {
      // A person waits: a page that says so is better than a 500. The metric has an alarm.
      Log.error("codeNotDealtWith", Map.of("dossier", code.value()), e);
      Log.metric("Unanswered", 1, Map.of("function", "codes"));
      return new Reply.Failed();
    }
  }
}
