package dev.hoso.payments.api;

import dev.hoso.core.Language;
import dev.hoso.core.Name;
import dev.hoso.core.Refused;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.catalogue.Procedure;
import dev.hoso.core.catalogue.Unit;
import dev.hoso.core.web.Pages;
import dev.hoso.core.web.Readers;
import dev.hoso.payments.Payment;
import dev.hoso.payments.Payments;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A citizen's receipt. The citizen also comes back here from the gateway, whose word in the address
 * is not believed: only its webhook counts.
 */
@Controller
final class ReceiptsController {
  private static final Pages PAGES = new Pages("dev.hoso.payments.pages", "form-action 'none'");

  private final Payments payments;
  private final Catalogue catalogue;
  private final InstantSource clock;

  ReceiptsController(Payments payments, Catalogue catalogue, InstantSource clock) {
    this.payments = payments;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** A receipt, as a page or as JSON. */
  @Get("/receipts/{receipt}")
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "A citizen's receipt",
      description =
          "For whoever has the address; shows nothing personal. Parameters that a gateway adds to"
              + " the address change nothing.")
  @Parameter(
      name = "lang",
      in = ParameterIn.QUERY,
      description = "The page's language, else by Accept-Language",
      schema =
          @Schema(
              type = "string",
              allowableValues = {"vi", "en"}))
  @ApiResponse(
      responseCode = "200",
      description = "The receipt",
      content = {
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Receipt.class))
      })
  @ApiResponse(
      responseCode = "404",
      description = "There is no such receipt; for programs urn:hoso:problem:unknown-receipt")
  HttpResponse<Object> showReceipt(
      @PathVariable String receipt, @Parameter(hidden = true) HttpRequest<?> request) {
    Optional<Payment> payment = payments.ofReceipt(receipt.toUpperCase(Locale.ROOT));
    if (Readers.wantsJson(request)) {
      Payment found = payment.orElseThrow(ReceiptsController::unknown);
      return Pages.guarded(HttpResponse.ok(Receipt.of(found)));
    }
    Language language = Readers.language(request);
    return payment
        .map(
            found ->
                PAGES.page(HttpResponse.ok(), "receipt.jte", Map.of("page", page(found, language))))
        .orElseGet(
            () ->
                PAGES.page(
                    HttpResponse.notFound(), "no-receipt.jte", Map.of("language", language)));
  }

  private ReceiptPage page(Payment payment, Language language) {
    String procedure = payment.request().procedure();
    String unit = payment.request().unit();
    return new ReceiptPage(
        payment,
        catalogue.procedure(procedure).map(Procedure::name).orElse(new Name(procedure, procedure)),
        catalogue.unit(unit).map(Unit::name).orElse(new Name(unit, unit)),
        language,
        clock.instant());
  }

  private static Refused unknown() {
    return new Refused(
        404, "unknown-receipt", "There is no such receipt. Is the address complete?");
  }
}
