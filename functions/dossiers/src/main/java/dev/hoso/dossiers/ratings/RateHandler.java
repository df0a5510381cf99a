package dev.hoso.dossiers.ratings;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.DossierCode;
import dev.hoso.core.Invalid;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Language;
import dev.hoso.core.Log;
import dev.hoso.core.RatingLinks;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.calendar.WorkingCalendar;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.Form;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpEnvelope;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.dossiers.Command;
import dev.hoso.dossiers.Decision;
import dev.hoso.dossiers.DossierRules;
import dev.hoso.dossiers.Dossiers;
import dev.hoso.dossiers.Rating;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Takes in a rating that its page has sent, and leads back to that page, which says what became of
 * it: pages are the citizen's function's, dossiers are written here alone.
 */
public final class RateHandler implements RequestStreamHandler {
  private static final JsonType<HttpAnswer> ANSWERS = JsonTypes.of(HttpAnswer.class);

  private final Dossiers dossiers;
  private final DossierRules rules;
  private final RatingLinks links;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment. */
  public RateHandler() {
    this(Settings.load());
  }

  private RateHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  RateHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    Path city = settings.optional("HOSO_CATALOGUE").map(Path::of).orElse(null);
    this.dossiers = new Dossiers(new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE")));
    this.rules = DossierRules.of(Catalogue.load(city), WorkingCalendar.load(city), settings);
    this.links = new RatingLinks(settings);
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    HttpRequest request = HttpEnvelope.read(in.readAllBytes());
    out.write(ANSWERS.toJsonBytes(answer(request)));
  }

  private HttpAnswer answer(HttpRequest request) {
    try {
      DossierCode code = DossierCode.parse("code", request.pathParameter("code"));
      String token = request.pathParameter("token");
      return links.signed(code, token) ? rated(code, token, request) : unknown();
    } catch (Invalid noCode) {
      return unknown();
    }
  }

  private HttpAnswer rated(DossierCode code, String token, HttpRequest request) {
    Form form = Form.of(request, RatingForm.LARGEST).orElse(new Form(Map.of()));
    Language language = form.language().orElse(Language.VI);
    String page = "/rate/" + code + "/" + token + "?lang=" + language.code();
    try {
      return HttpAnswer.seeOther(page + became(code, form), List.of());
    } catch (RuntimeException e) {
      // A person waits: a page that says so is better than a 500. The metric has an alarm.
      Log.error("ratingNotTaken", Map.of("dossier", code.value()), e);
      Log.metric("Unanswered", 1, Map.of("function", "rate"));
      return HttpAnswer.seeOther(page + "&failed=1", List.of());
    }
  }

  /** What the page's address says of it; nothing where the dossier itself tells the page. */
  private String became(DossierCode code, Form form) {
    Instant now = Time.now(clock);
    Optional<Rating> rating = RatingForm.read(form, now);
    if (rating.isEmpty()) {
      return "&wrong=1";
    }
    Decision decision =
        dossiers.change(code, it -> rules.decide(it, new Command.Rate(rating.get()), now));
    boolean kept = decision instanceof Decision.Changed || decision instanceof Decision.Unchanged;
    return kept ? "&saved=1" : "";
  }

  /** Nobody gets here but who makes addresses up, and who copied one without its end. */
  private static HttpAnswer unknown() {
    return HttpAnswer.problem(
        404,
        "unknown-page",
        "There is no such page",
        "The address is not complete. Use the one in the message.");
  }
}
