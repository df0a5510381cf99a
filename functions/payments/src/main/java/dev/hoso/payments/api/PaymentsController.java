package dev.hoso.payments.api;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.DossierCode;
import dev.hoso.core.web.Body;
import dev.hoso.core.web.Caller;
import dev.hoso.core.web.IdempotencyKey;
import dev.hoso.payments.Payments.Kept;
import dev.hoso.payments.gateways.Gateways;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Asks for fees, for officers' systems. */
@Controller
final class PaymentsController {
  private final FeeDesk desk;
  private final Gateways gateways;
  private final CitizenPages pages;
  private final InstantSource clock;

  PaymentsController(FeeDesk desk, Gateways gateways, CitizenPages pages, InstantSource clock) {
    this.desk = desk;
    this.gateways = gateways;
    this.pages = pages;
    this.clock = clock;
  }

  /** Asks for a dossier's fee and gives the address at which the citizen pays it. */
  @Post("/dossiers/{code}/payments")
  @Operation(
      summary = "Ask for a fee",
      description =
          "Asks for a dossier's fee and gives the address at which the citizen pays it. The same"
              + " request under the same reference, or with the same Idempotency-Key, is answered"
              + " with the payment that was made first; so is one that names neither, while the"
              + " same fee can still be paid at that gateway. Asked for otherwise, the same fee"
              + " takes the place of the earlier request, which is cancelled; money that comes for"
              + " it all the same is recorded.")
  @SecurityRequirement(name = "officers", scopes = "payments:write")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = FeeRequest.Sent.class)))
  @ApiResponse(
      responseCode = "201",
      description = "The payment is asked for",
      content = @Content(schema = @Schema(implementation = AskedPayment.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It had been asked for already; nothing has changed",
      content = @Content(schema = @Schema(implementation = AskedPayment.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NotFound")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/FeeRefused")
  @ApiResponse(responseCode = "503", ref = "#/components/responses/GatewayNotSetUp")
  HttpResponse<AskedPayment> askForFee(
      String code,
      @Parameter(description = "The caller's own name for the request, 1 to 255 visible characters")
          @Header(IdempotencyKey.HEADER)
          @Nullable String idempotencyKey,
      @Parameter(hidden = true) HttpRequest<?> request) {
    DossierCode dossier = DossierCode.parse("code", code);
    FeeRequest fee = FeeRequest.read(Body.of(request), gateways, clock.instant());
    IdempotencyKey key = IdempotencyKey.parse(idempotencyKey);
    Kept kept = desk.ask(dossier, fee, key, Caller.ipAddress(request));
    String receipt = pages.receipt(kept.payment().request().receipt());
    AskedPayment asked = AskedPayment.of(kept.payment(), receipt);
    return kept.anew() ? HttpResponse.created(asked) : HttpResponse.ok(asked);
  }
}
