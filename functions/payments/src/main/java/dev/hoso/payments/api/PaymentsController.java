package dev.hoso.payments.api;

import dev.hoso.core.DossierCode;
import dev.hoso.core.web.Problem;
import dev.hoso.payments.Payments.Kept;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** Asks for fees on behalf of officers' systems. */
@Controller
final class PaymentsController {
  private static final String NOBODY = "127.0.0.1";

  private final FeeDesk desk;
  private final Addresses addresses;

  PaymentsController(FeeDesk desk, Addresses addresses) {
    this.desk = desk;
    this.addresses = addresses;
  }

  /** Asks for a dossier's fee and gives the address at which the citizen pays it. */
  @Post("/dossiers/{code}/payments")
  @Operation(
      operationId = "askForFee",
      summary = "Ask for a fee",
      description =
          "Asks for a dossier's fee and gives the address at which the citizen pays it. The same"
              + " request under the same reference, or with the same Idempotency-Key, is answered"
              + " with the payment that was made first.")
  @SecurityRequirement(name = "officers", scopes = "payments:write")
  @ApiResponse(
      responseCode = "201",
      description = "The payment is asked for",
      content = @Content(schema = @Schema(implementation = AskedPayment.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It had been asked for already; nothing has changed",
      content = @Content(schema = @Schema(implementation = AskedPayment.class)))
  @ApiResponse(
      responseCode = "400",
      description = "A field breaks a rule: `invalid`",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "404",
      description = "The dossier is not registered: `unknown-dossier`",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "409",
      description =
          "Nothing is to be paid, or the reference is: `nothing-to-pay`, `reference-taken`",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "503",
      description = "The gateway has no settings: `gateway-not-set-up`",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  HttpResponse<AskedPayment> ask(
      @PathVariable String code,
      @Body FeeRequest fee,
      @Parameter(
              description = "The caller's own name for this request, 1 to 255 visible characters")
          @Header(IdempotencyKey.HEADER)
          @Nullable String idempotencyKey,
      @Parameter(hidden = true) HttpRequest<?> request) {
    Kept kept =
        desk.ask(
            DossierCode.parse("code", code),
            fee,
            IdempotencyKey.parse(idempotencyKey),
            ipAddress(request));
    AskedPayment asked =
        AskedPayment.of(kept.payment(), addresses.receipt(kept.payment().request().receipt()));
    return kept.anew() ? HttpResponse.created(asked) : HttpResponse.ok(asked);
  }

  private static String ipAddress(HttpRequest<?> request) {
    var address = request.getRemoteAddress().getAddress();
    return address == null ? NOBODY : address.getHostAddress();
  }
}
