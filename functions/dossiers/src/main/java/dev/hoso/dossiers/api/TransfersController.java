package dev.hoso.dossiers.api;

import dev.hoso.core.Refused;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.web.Body;
import dev.hoso.dossiers.Registrable;
import dev.hoso.dossiers.transfers.TransferDesk;
import dev.hoso.dossiers.transfers.Transfers;
import dev.hoso.dossiers.transfers.UnitTransfer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.net.URI;
import java.util.Objects;

/** Moves of all open dossiers of a unit to another one. */
@ApiResponse(responseCode = "401", ref = Api.UNAUTHORIZED)
@ApiResponse(responseCode = "403", ref = Api.FORBIDDEN)
@Controller
final class TransfersController {
  private static final int LONGEST_REASON = 500;

  private final TransferDesk desk;
  private final Transfers transfers;
  private final Catalogue catalogue;

  TransfersController(TransferDesk desk, Transfers transfers, Catalogue catalogue) {
    this.desk = desk;
    this.transfers = transfers;
    this.catalogue = catalogue;
  }

  /**
   * Moves all open dossiers of a unit to another one. What is registered for the unit from now on
   * is registered at the other one. The same request again gives the transfer that there is.
   *
   * @param unit the code of the unit that is no more
   */
  @Post("/units/{unit}/transfer")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.OPERATIONS)
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = TransferView.Request.class)))
  @ApiResponse(
      responseCode = "201",
      description = "begun, or begun before",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  @ApiResponse(responseCode = "400", ref = Api.INVALID)
  @ApiResponse(responseCode = "404", ref = Api.NOT_FOUND)
  @ApiResponse(responseCode = "409", ref = Api.CONFLICT)
  HttpResponse<TransferView> transferUnit(String unit, HttpRequest<?> request) {
    if (catalogue.unit(unit).isEmpty()) {
      throw new Refused(404, "unknown-unit", "There is no such unit, see /units.");
    }
    Body body = Body.of(request);
    Registrable rules = new Registrable(catalogue);
    String to = body.requiredLine("to", Registrable.LONGEST);
    if (to != null) {
      body.noting(() -> rules.unit("to", to));
    }
    String reason = body.requiredLine("reason", LONGEST_REASON);
    String role = body.line("role", Registrable.LONGEST);
    body.check();
    UnitTransfer it =
        desk.begin(unit, Objects.requireNonNull(to), Objects.requireNonNull(reason), role);
    return HttpResponse.created(shown(it), URI.create("/transfers/" + it.id()));
  }

  /** Lists all transfers, the newest first. */
  @Get("/transfers")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.OPERATIONS)
  @ApiResponse(
      responseCode = "200",
      description = "the transfers",
      content = @Content(schema = @Schema(implementation = TransferView.All.class)))
  TransferView.All listTransfers() {
    return new TransferView.All(
        transfers.all().stream().map(it -> TransferView.of(it, null)).toList());
  }

  /**
   * Shows how far a transfer is.
   *
   * @param id the transfer's: the code of the unit that is no more
   */
  @Get("/transfers/{id}")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.OPERATIONS)
  @ApiResponse(
      responseCode = "200",
      description = "the transfer",
      content = @Content(schema = @Schema(implementation = TransferView.class)))
  @ApiResponse(responseCode = "404", ref = Api.NOT_FOUND)
  TransferView showTransfer(String id) {
    return shown(
        transfers
            .find(id)
            .orElseThrow(
                () -> new Refused(404, "unknown-transfer", "That unit was not transferred.")));
  }

  private TransferView shown(UnitTransfer it) {
    return TransferView.of(it, desk.left(it));
  }
}
