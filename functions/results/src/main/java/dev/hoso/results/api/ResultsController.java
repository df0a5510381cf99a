package dev.hoso.results.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.ResultNumber;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.web.Body;
import dev.hoso.core.web.IdempotencyKey;
import dev.hoso.results.Result;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Takes results in and shows them, for officers' systems. */
@Controller
final class ResultsController {
  private final ResultDesk desk;
  private final ResultShelf shelf;
  private final Catalogue catalogue;
  private final VerifyAddresses addresses;

  ResultsController(
      ResultDesk desk, ResultShelf shelf, Catalogue catalogue, VerifyAddresses addresses) {
    this.desk = desk;
    this.shelf = shelf;
    this.catalogue = catalogue;
    this.addresses = addresses;
  }

  /** Takes a result in: a signed PDF, an unsigned one, an upload, or fields. */
  @Post("/dossiers/{code}/results")
  @Operation(
      summary = "Issue a result",
      description =
          "Takes a result in: a signed PDF to be checked, an unsigned one to be sealed, or fields"
              + " for the template of the procedure. It is checked and sealed afterwards, and"
              + " issued as soon as its dossier allows. The same request with the same"
              + " Idempotency-Key is answered as the first one was.")
  @SecurityRequirement(name = "officers", scopes = "results:issue")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = AskedResult.SentResult.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The result is taken in; Location is where it can be seen",
      content = @Content(schema = @Schema(implementation = ReceivedResult.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/ResultRefused")
  @ApiResponse(responseCode = "422", ref = "#/components/responses/KeyReused")
  HttpResponse<ReceivedResult> issueResult(
      String code,
      @Parameter(description = "The caller's own name for the request, 1 to 255 visible characters")
          @Header(IdempotencyKey.HEADER)
          @Nullable String idempotencyKey,
      @Parameter(hidden = true) HttpRequest<?> request) {
    DossierCode dossier = DossierCode.parse("code", code);
    IdempotencyKey key = IdempotencyKey.parse(idempotencyKey);
    AskedResult asked = AskedResult.read(Body.of(request), dossier, catalogue);
    Result result = desk.issue(dossier, asked, key);
    URI location = URI.create("/dossiers/" + dossier + "/results/" + result.number());
    return HttpResponse.created(
        ReceivedResult.of(result, addresses.of(result.request().result())), location);
  }

  /** A result and what became of it. */
  @Get("/dossiers/{code}/results/{number}")
  @Operation(
      summary = "Show a result",
      description = "A result and what became of it, as its dossier decided.")
  @SecurityRequirement(name = "officers", scopes = "dossiers:read")
  @ApiResponse(
      responseCode = "200",
      description = "The result",
      content = @Content(schema = @Schema(implementation = ShownResult.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchResult")
  ShownResult showResult(
      String code, @Parameter(description = "Like KQ1, or the whole number") String number) {
    DossierCode dossier = DossierCode.parse("code", code);
    return shelf.show(ResultNumber.parse("number", dossier, number));
  }

  /** Revokes a result. */
  @Post("/dossiers/{code}/results/{number}/revocation")
  @Operation(
      summary = "Revoke a result",
      description =
          "From now on everybody who verifies the result learns that it must not be relied on, and"
              + " its applicant is told. It cannot be undone. A repeat is answered with the"
              + " revocation that was made first.")
  @SecurityRequirement(name = "officers", scopes = "results:issue")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = Why.SentWhy.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The result is revoked",
      content = @Content(schema = @Schema(implementation = ShownResult.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchResult")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/NotRevocable")
  ShownResult revokeResult(
      String code,
      @Parameter(description = "Like KQ1, or the whole number") String number,
      @Parameter(hidden = true) HttpRequest<?> request) {
    DossierCode dossier = DossierCode.parse("code", code);
    ResultNumber result = ResultNumber.parse("number", dossier, number);
    return shelf.revoke(result, Why.read(Body.of(request)));
  }
}
