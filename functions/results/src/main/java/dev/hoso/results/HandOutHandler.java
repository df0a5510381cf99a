package dev.hoso.results;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.DossierCode;
import dev.hoso.core.Grant;
import dev.hoso.core.Invalid;
import dev.hoso.core.JsonTypes;
import dev.hoso.core.Log;
import dev.hoso.core.ResultNumber;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.lambda.HttpAnswer;
import dev.hoso.core.lambda.HttpRequest;
import dev.hoso.results.bucket.Addresses;
import io.avaje.jsonb.JsonType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Hands a result out to whoever has proven to be its applicant: records it, and leads to an address
 * that holds for five minutes. Whoever has not, or asks for what cannot be had, is led to the
 * dossier's page, which says what there is and asks for a code.
 */
public final class HandOutHandler implements RequestStreamHandler {
  private static final JsonType<HttpRequest> REQUESTS = JsonTypes.of(HttpRequest.class);
  private static final JsonType<HttpAnswer> ANSWERS = JsonTypes.of(HttpAnswer.class);
  private static final Duration ADDRESS_HOLDS = Duration.ofMinutes(5);
  private static final String PAGE = "/lookup/";

  private final Table codes;
  private final Results results;
  private final Dossiers dossiers;
  private final ResultRules rules;
  private final Addresses addresses;
  private final InstantSource clock;

  /** As Lambda makes it. */
  public HandOutHandler() {
    this(Settings.load(), Time.source());
  }

  private HandOutHandler(Settings settings, InstantSource clock) {
    this(settings, clock, Dynamo.client(settings));
  }

  HandOutHandler(Settings settings, InstantSource clock, DynamoDbClient dynamo) {
    this.codes = new Table(dynamo, settings.required("HOSO_CODES_TABLE"));
    this.results = new Results(new Table(dynamo, settings.required("HOSO_RESULTS_TABLE")));
    this.dossiers = new Dossiers(new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE")));
    // When documents are deleted is none of its business.
    this.rules = new ResultRules(Duration.ZERO);
    this.addresses = new Addresses(settings);
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    out.write(ANSWERS.toJsonBytes(answer(REQUESTS.fromJson(in.readAllBytes()))));
  }

  private HttpAnswer answer(HttpRequest request) {
    try {
      DossierCode dossier = DossierCode.parse("code", request.pathParameter("code"));
      String address = granted(dossier, request) ? fetched(dossier, request).orElse(null) : null;
      return HttpAnswer.seeOther(address == null ? PAGE + dossier : address, List.of());
    } catch (Invalid noSuchCode) {
      return HttpAnswer.seeOther("/lookup", List.of());
    }
  }

  private boolean granted(DossierCode dossier, HttpRequest request) {
    Item code = codes.get(Grant.key(dossier));
    return Grant.opens(code, request.sentCookies(), clock.instant());
  }

  private Optional<String> fetched(DossierCode dossier, HttpRequest request) {
    return number(dossier, request.pathParameter("number"))
        .flatMap(results::find)
        .flatMap(this::handedOut)
        .map(this::address);
  }

  private static Optional<ResultNumber> number(DossierCode dossier, String text) {
    try {
      return Optional.of(ResultNumber.parse("number", dossier, text));
    } catch (Invalid noNumber) {
      return Optional.empty();
    }
  }

  private Optional<Result> handedOut(Result found) {
    ResultNumber number = found.number();
    if (found.status() == ResultStatus.SEALED) {
      followDossier(number);
    }
    Decision decision = decide(number, new Command.HandOut());
    if (!(decision instanceof Decision.Changed changed)) {
      return Optional.empty();
    }
    Log.info("resultHandedOut", Map.of("result", number.value()));
    return Optional.of(changed.result());
  }

  /** The dossier may have issued it a moment ago, before the result itself heard of it. */
  private void followDossier(ResultNumber number) {
    dossiers
        .find(number.dossier())
        .ifPresent(dossier -> decide(number, new Command.Follow(dossier.decided(number))));
  }

  private Decision decide(ResultNumber number, Command command) {
    Instant time = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return results.change(number, now -> rules.decide(now, command, time));
  }

  private String address(Result result) {
    Sealed sealed = result.sealed();
    if (sealed == null) {
      throw new IllegalStateException("A result without a document was handed out");
    }
    String name = result.number().value() + ".pdf";
    return addresses.reading(sealed.document(), sealed.documentVersion(), name, ADDRESS_HOLDS);
  }
}
