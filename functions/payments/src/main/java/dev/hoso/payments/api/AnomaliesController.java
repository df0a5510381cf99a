package dev.hoso.payments.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.web.DayList;
import dev.hoso.payments.Anomalies;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows operators what gateways sent and did not fit. */
@Controller
final class AnomaliesController {
  /** The anomalies last seen on a day. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "AnomaliesOfDay")
  record Day(String day, List<Shown> anomalies) {}

  /** An anomaly. */
  @Serdeable
  @Schema(name = "Anomaly")
  record Shown(
      String id,
      String gateway,
      String kind,
      @Nullable String reference,
      @Nullable Long amount,
      @Nullable Long expectedAmount,
      long seen,
      String firstSeenAt,
      String lastSeenAt,
      String received) {

    static Shown of(Item item) {
      return new Shown(
          item.text("id"),
          item.text("gateway"),
          item.text("kind"),
          item.textOrNull("reference"),
          item.has("amount") ? item.number("amount") : null,
          item.has("expectedAmount") ? item.number("expectedAmount") : null,
          item.number("seen"),
          item.text("firstSeenAt"),
          item.text("lastSeenAt"),
          item.text("received"));
    }
  }

  private final Anomalies anomalies;
  private final InstantSource clock;

  AnomaliesController(Anomalies anomalies, InstantSource clock) {
    this.anomalies = anomalies;
    this.clock = clock;
  }

  /** The anomalies last seen on a day, newest first. */
  @Get("/payments/anomalies")
  @Operation(
      summary = "What gateways sent and did not fit",
      description =
          "Calls that proved nothing, unknown references, other amounts, second payments and money"
              + " that a gateway holds back, as last seen on a day in Vietnam, newest first.")
  @SecurityRequirement(name = "officers", scopes = "operations")
  @ApiResponse(
      responseCode = "200",
      description = "The day's anomalies",
      content = @Content(schema = @Schema(implementation = Day.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  Day listAnomalies(
      @Parameter(description = "The day in Vietnam, like 2026-11-24; left out, today") @QueryValue
          @Nullable String day,
      @Parameter(description = "How many at most, 1 to 1000; left out, 100") @QueryValue
          @Nullable Integer limit) {
    DayList asked = DayList.parse(day, limit, clock.instant());
    return new Day(
        asked.day().toString(),
        anomalies.of(asked.day(), asked.most()).stream().map(Shown::of).toList());
  }
}
