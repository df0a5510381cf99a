package dev.hoso.payments.api;

import dev.hoso.core.Invalid;
import dev.hoso.core.Time;
import dev.hoso.payments.gateways.Gateways;
import dev.hoso.payments.settlement.Sheet;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.Duration;
import java.time.InstantSource;

/** Gives addresses for settlement files, which are larger than a request may be. */
@Controller
final class SettlementsController {
  private static final Duration ADDRESS_HOLDS = Duration.ofMinutes(15);

  /**
   * Where to put a file.
   *
   * @param reconciliation where its report will be
   */
  @Serdeable
  @Schema(name = "SettlementUpload", description = "Where to put a settlement file")
  record Upload(String url, String method, String expiresAt, String reconciliation) {}

  private final Reports reports;
  private final Gateways gateways;
  private final InstantSource clock;

  SettlementsController(Reports reports, Gateways gateways, InstantSource clock) {
    this.reports = reports;
    this.gateways = gateways;
    this.clock = clock;
  }

  /** An address at which a gateway's settlement file can be put. */
  @Post("/payments/settlements/{gateway}/{day}")
  @Operation(
      summary = "Upload a settlement file",
      description =
          "Gives an address at which a gateway's settlement file (CSV) can be put for 15 minutes. It"
              + " is reconciled as soon as it is there. The same name again replaces the file and"
              + " its report.")
  @SecurityRequirement(name = "officers", scopes = "operations")
  @ApiResponse(
      responseCode = "201",
      description = "The address",
      content = @Content(schema = @Schema(implementation = Upload.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  HttpResponse<Upload> uploadSettlement(
      @Parameter(description = "Whose file it is") String gateway,
      @Parameter(
              description =
                  "The day in Vietnam that it is of, like 2026-11-23; a further file of that day is"
                      + " 2026-11-23-2")
          String day) {
    if (!gateways.codes().contains(gateway)) {
      throw new Invalid("gateway", "must be one of " + String.join(", ", gateways.codes()));
    }
    Sheet sheet = new Sheet(gateway, day);
    if (sheet.day().isEmpty()) {
      throw new Invalid("day", "must be a day like 2026-11-23, or 2026-11-23-2");
    }
    return HttpResponse.created(
        new Upload(
            reports.writing(sheet, ADDRESS_HOLDS),
            "PUT",
            Time.text(clock.instant().plus(ADDRESS_HOLDS)),
            "/payments/reconciliations/" + gateway + "/" + day));
  }
}
