package dev.hoso.dossiers.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.Log;
import dev.hoso.core.web.Body;
import dev.hoso.dossiers.Command;
import dev.hoso.dossiers.Decision;
import dev.hoso.dossiers.Dossier;
import dev.hoso.dossiers.DossierRules;
import dev.hoso.dossiers.Dossiers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Dossiers, for officers' systems. */
@ApiResponse(responseCode = "401", ref = Api.UNAUTHORIZED)
@ApiResponse(responseCode = "403", ref = Api.FORBIDDEN)
@Controller("/dossiers")
final class DossiersController {
  private final Dossiers dossiers;
  private final DossierRules rules;
  private final Views views;
  private final RegistrationReader registrations;
  private final InstantSource clock;

  DossiersController(
      Dossiers dossiers,
      DossierRules rules,
      Views views,
      RegistrationReader registrations,
      InstantSource clock) {
    this.dossiers = dossiers;
    this.rules = rules;
    this.views = views;
    this.registrations = registrations;
    this.clock = clock;
  }

  /**
   * Registers a dossier, or replaces what was registered. The same registration again changes
   * nothing. Payments and results stay.
   *
   * @param code the dossier's code, as on the appointment slip
   * @param ifMatch the version that the change rests on
   * @param ifNoneMatch an asterisk for a dossier that must be new
   */
  @Put("/{code}")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.WRITE)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Registration.class)))
  @ApiResponse(
      responseCode = "200",
      description = "replaced, or the same as it was",
      content = @Content(schema = @Schema(implementation = DossierView.class)))
  @ApiResponse(
      responseCode = "201",
      description = "registered",
      content = @Content(schema = @Schema(implementation = DossierView.class)))
  @ApiResponse(responseCode = "400", ref = Api.INVALID)
  @ApiResponse(responseCode = "409", ref = Api.NOT_ALLOWED)
  @ApiResponse(responseCode = "412", ref = Api.STALE)
  HttpResponse<DossierView> register(
      String code,
      HttpRequest<?> request,
      @Header("If-Match") @Nullable String ifMatch,
      @Header("If-None-Match") @Nullable String ifNoneMatch) {
    Precondition precondition = Precondition.of(ifMatch, ifNoneMatch);
    Command.Register command = registrations.read(code, Body.of(request));
    Function<@Nullable Dossier, Decision> rule = guarded(precondition, command);
    // Nearly every registration is a new one, so none is read first unless a version is named.
    Decision decision =
        precondition.allowsNew()
            ? dossiers.create(command.code(), rule)
            : dossiers.change(command.code(), rule);
    return answer(command.code(), decision);
  }

  /**
   * Changes the status of a dossier, where the one may follow the other. The same status again
   * changes nothing. Where a result waited for this status, it goes out at once and the dossier is
   * done: the answer says where it stands then.
   *
   * @param code the dossier's code
   * @param ifMatch the version that the change rests on
   */
  @Post("/{code}/status")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.WRITE)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = StatusChange.class)))
  @ApiResponse(
      responseCode = "200",
      description = "changed, or the same as it was",
      content = @Content(schema = @Schema(implementation = DossierView.class)))
  @ApiResponse(responseCode = "400", ref = Api.INVALID)
  @ApiResponse(responseCode = "404", ref = Api.NOT_FOUND)
  @ApiResponse(responseCode = "409", ref = Api.NOT_ALLOWED)
  @ApiResponse(responseCode = "412", ref = Api.STALE)
  HttpResponse<DossierView> changeStatus(
      String code, HttpRequest<?> request, @Header("If-Match") @Nullable String ifMatch) {
    Precondition precondition = Precondition.of(ifMatch, null);
    DossierCode dossier = DossierCode.parse("code", code);
    Command command = StatusChange.read(Body.of(request));
    return answer(dossier, dossiers.change(dossier, guarded(precondition, command)));
  }

  /**
   * Shows a dossier with its payments, its results and what the citizen was told.
   *
   * @param code the dossier's code
   */
  @Get("/{code}")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.READ)
  @ApiResponse(
      responseCode = "200",
      description = "the dossier",
      content = @Content(schema = @Schema(implementation = DossierView.class)))
  @ApiResponse(responseCode = "400", ref = Api.INVALID)
  @ApiResponse(responseCode = "404", ref = Api.NOT_FOUND)
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
    return response.header("ETag", Precondition.tag(dossier)).body(views.of(dossier));
  }
}
