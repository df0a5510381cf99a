package dev.hoso.dossiers.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Log;
import dev.hoso.core.web.Body;
import dev.hoso.dossiers.Command;
import dev.hoso.dossiers.Decision;
import dev.hoso.dossiers.Dossier;
import dev.hoso.dossiers.DossierRules;
import dev.hoso.dossiers.Dossiers;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.json.JsonMapper;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dossiers, for officers' systems. */
@Controller("/dossiers")
final class DossiersController {
  private final Dossiers dossiers;
  private final DossierRules rules;
  private final Messages messages;
  private final RegistrationReader registrations;
  private final JsonMapper json;
  private final InstantSource clock;

  DossiersController(
      Dossiers dossiers,
      DossierRules rules,
      Messages messages,
      RegistrationReader registrations,
      JsonMapper json,
      InstantSource clock) {
    this.dossiers = dossiers;
    this.rules = rules;
    this.messages = messages;
    this.registrations = registrations;
    this.json = json;
    this.clock = clock;
  }

  /** Registers a dossier, or replaces what was registered. */
  @Put("/{code}")
  HttpResponse<DossierView> register(
      String code,
      @io.micronaut.http.annotation.Body @Nullable String body,
      @Header("If-Match") @Nullable String ifMatch,
      @Header("If-None-Match") @Nullable String ifNoneMatch) {
    Precondition precondition = Precondition.of(ifMatch, ifNoneMatch);
    Command.Register command = registrations.read(code, Body.of(json, body));
    Function<@Nullable Dossier, Decision> rule = guarded(precondition, command);
    // Nearly every registration is a new one, so none is read first unless a version is named.
    Decision decision =
        precondition.allowsNew()
            ? dossiers.create(command.code(), rule)
            : dossiers.change(command.code(), rule);
    return answer(command.code(), decision);
  }

  /** Changes the status of a dossier. */
  @Post("/{code}/status")
  HttpResponse<DossierView> changeStatus(
      String code,
      @io.micronaut.http.annotation.Body @Nullable String body,
      @Header("If-Match") @Nullable String ifMatch) {
    Precondition precondition = Precondition.of(ifMatch, null);
    DossierCode dossier = DossierCode.parse("code", code);
    Command command = StatusChange.read(Body.of(json, body));
    return answer(dossier, dossiers.change(dossier, guarded(precondition, command)));
  }

  /** Shows a dossier with its payments, its results and what the citizen was told. */
  @Get("/{code}")
  HttpResponse<DossierView> show(String code) {
    DossierCode dossier = DossierCode.parse("code", code);
    return shown(
        HttpResponse.ok(), dossiers.find(dossier).orElseThrow(() -> Answers.unknown(dossier)));
  }

  private Function<@Nullable Dossier, Decision> guarded(
      Precondition precondition, Command command) {
    return now -> precondition.guard(now, rules.decide(now, command, clock.instant()));
  }

  private HttpResponse<DossierView> answer(DossierCode code, Decision decision) {
    Dossier dossier = Answers.dossier(code, decision);
    if (!(decision instanceof Decision.Changed)) {
      return shown(HttpResponse.ok(), dossier);
    }
    Log.info(
        "dossierChanged",
        Map.of(
            "dossier", code.value(),
            "status", dossier.status().code(),
            "version", dossier.version()));
    return dossier.version() == 1
        ? shown(HttpResponse.created(URI.create("/dossiers/" + code)), dossier)
        : shown(HttpResponse.ok(), dossier);
  }

  private HttpResponse<DossierView> shown(MutableHttpResponse<?> response, Dossier dossier) {
    return response
        .header("ETag", Precondition.tag(dossier))
        .body(DossierView.of(dossier, messages.of(dossier.code())));
  }
}
