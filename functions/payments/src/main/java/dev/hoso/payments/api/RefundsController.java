package dev.hoso.payments.api;

import dev.hoso.core.web.Body;
import dev.hoso.core.web.Caller;
import dev.hoso.core.web.IdempotencyKey;
import dev.hoso.payments.Payment;
import dev.hoso.payments.PaymentReference;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives money back, for officers' systems. */
@Controller("/payments/{gateway}/{reference}/refunds")
final class RefundsController {
  /** A payment's refunds. */
  @Serdeable
  @Schema(name = "RefundsOfPayment")
  record OfPayment(
      String gateway,
      String reference,
      String status,
      long amount,
      @Schema(description = "All that went back so far") long refundedAmount,
      String currency,
      @Schema(description = "In the order of asking") List<ShownRefund> refunds) {

    static OfPayment of(Payment payment) {
      String currency = payment.request().currency();
      return new OfPayment(
          payment.request().gateway(),
          payment.request().reference().value(),
          payment.status().code(),
          payment.request().amount(),
          payment.refundedAmount(),
          currency,
          payment.allRefunds().stream().map(refund -> ShownRefund.of(refund, currency)).toList());
    }
  }

  private final RefundDesk desk;

  RefundsController(RefundDesk desk) {
    this.desk = desk;
  }

  /** Asks for a refund. */
  @Post
  @Operation(
      summary = "Give money back",
      description =
          "Gives back all of a payment or a part. The request is kept before the gateway is asked;"
              + " the gateway is asked once, however often it must be called for an answer, and"
              + " followed to the end. The citizen is told when the money has gone back. A repeat"
              + " with the same Idempotency-Key is answered with the refund that was made first.")
  @SecurityRequirement(name = "officers", scopes = "payments:write")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = RefundRequest.Sent.class)))
  @ApiResponse(
      responseCode = "201",
      description = "It is kept, and as far as status says",
      content = @Content(schema = @Schema(implementation = ShownRefund.class)))
  @ApiResponse(
      responseCode = "200",
      description = "It had been asked for already; nothing has changed",
      content = @Content(schema = @Schema(implementation = ShownRefund.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchPayment")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/RefundRefused")
  HttpResponse<ShownRefund> refundPayment(
      String gateway,
      String reference,
      @Parameter(description = "The caller's own name for the request, 1 to 255 visible characters")
          @Header(IdempotencyKey.HEADER)
          @Nullable String idempotencyKey,
      @Parameter(hidden = true) HttpRequest<?> request) {
    RefundDesk.Kept kept =
        desk.request(
            gateway,
            PaymentReference.parse("reference", reference),
            RefundRequest.read(Body.of(request), Caller.subject(request)),
            IdempotencyKey.parse(idempotencyKey));
    ShownRefund shown = ShownRefund.of(kept.refund(), kept.payment().request().currency());
    return kept.anew() ? HttpResponse.created(shown) : HttpResponse.ok(shown);
  }

  /** A payment's refunds. */
  @Get
  @Operation(
      summary = "What went back of a payment, and what is on its way",
      description = "In the order of asking.")
  @SecurityRequirement(name = "officers", scopes = "dossiers:read")
  @ApiResponse(
      responseCode = "200",
      description = "The payment's refunds",
      content = @Content(schema = @Schema(implementation = OfPayment.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchPayment")
  OfPayment listRefunds(String gateway, String reference) {
    return OfPayment.of(desk.payment(gateway, PaymentReference.parse("reference", reference)));
  }
}
