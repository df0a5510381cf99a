package dev.hoso.payments.api;

import dev.hoso.core.CitizenPages;
import dev.hoso.core.Language;
import dev.hoso.core.Refused;
import dev.hoso.core.web.Caller;
import dev.hoso.core.web.Pages;
import dev.hoso.core.web.Readers;
import dev.hoso.payments.Payment;
import dev.hoso.payments.Payments;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * A citizen's receipt. The citizen also comes back here from the gateway, whose word in the address
 * is not believed: only its webhook counts.
 */
@Controller
final class ReceiptsController {
  private final Payments payments;
  private final ChoiceDesk choice;
  private final ReceiptPages pages;
  private final CitizenPages addresses;
  private final InstantSource clock;

  ReceiptsController(
      Payments payments,
      ChoiceDesk choice,
      ReceiptPages pages,
      CitizenPages addresses,
      InstantSource clock) {
    this.payments = payments;
    this.choice = choice;
    this.pages = pages;
    this.addresses = addresses;
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
      return Pages.guarded(HttpResponse.ok(json(found)));
    }
    Language language = Readers.language(request);
    return payment
        .map(found -> pages.page(HttpResponse.ok(), found, null, request))
        .orElseGet(() -> pages.unknown(language));
  }

  private Receipt json(Payment payment) {
    String superseded =
        payments
            .successor(payment)
            .map(it -> addresses.receipt(it.request().receipt()))
            .orElse(null);
    return Receipt.of(payment, choice.ways(payment), superseded, clock.instant());
  }

  /** Asks for the receipt's fee in another way. */
  @Post("/receipts/{receipt}/gateways/{gateway}")
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Pay a receipt's fee in another way",
      description =
          "For whoever has the receipt's address. The same fee, with the same end, is asked for at"
              + " that gateway and takes the place of the first request; where it can be paid there"
              + " already, that is the answer. Needs no body.")
  @Parameter(
      name = "lang",
      in = ParameterIn.QUERY,
      description = "The page's language, else by Accept-Language",
      schema =
          @Schema(
              type = "string",
              allowableValues = {"vi", "en"}))
  @ApiResponse(
      responseCode = "303",
      description = "To the receipt on which the fee is paid at that gateway")
  @ApiResponse(
      responseCode = "404",
      description =
          "There is no such receipt or gateway; for programs urn:hoso:problem:unknown-receipt,"
              + " unknown-gateway, or unknown-dossier")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/ChoiceRefused")
  @ApiResponse(
      responseCode = "429",
      description = "The fee was asked for too often; for programs urn:hoso:problem:too-many-tries")
  @ApiResponse(responseCode = "503", ref = "#/components/responses/GatewayNotSetUp")
  HttpResponse<Object> chooseGateway(
      @PathVariable String receipt,
      @PathVariable String gateway,
      @Parameter(hidden = true) HttpRequest<?> request) {
    Optional<Payment> payment = payments.ofReceipt(receipt.toUpperCase(Locale.ROOT));
    Language language = Readers.language(request);
    if (Readers.wantsJson(request)) {
      Payment from = payment.orElseThrow(ReceiptsController::unknown);
      return chosen(from, gateway, language, request);
    }
    if (payment.isEmpty()) {
      return pages.unknown(language);
    }
    try {
      return chosen(payment.get(), gateway, language, request);
    } catch (Refused refused) {
      HttpStatus status = HttpStatus.valueOf(refused.status());
      return pages.page(HttpResponse.status(status), payment.get(), WhyNot.of(refused), request);
    }
  }

  private HttpResponse<Object> chosen(
      Payment from, String gateway, Language language, HttpRequest<?> request) {
    String ipAddress = Caller.ipAddress(request);
    String receipt = choice.choose(from, gateway, language, ipAddress).request().receipt();
    return Pages.guarded(
        HttpResponse.seeOther(URI.create("/receipts/" + receipt + "?lang=" + language.code())));
  }

  private static Refused unknown() {
    return new Refused(
        404, "unknown-receipt", "There is no such receipt. Is the address complete?");
  }
}
