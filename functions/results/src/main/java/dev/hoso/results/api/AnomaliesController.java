package dev.hoso.results.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Invalid;
import dev.hoso.core.Time;
import dev.hoso.results.Result;
import dev.hoso.results.Results;
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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows operators which results were refused, and why. */
@Controller
final class AnomaliesController {
  private static final int MOST = 1_000;
  private static final int USUAL = 100;

  /** The results that were refused on a day. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "RefusedResultsOfDay")
  record Day(String day, List<Shown> anomalies) {}

  /** A result that was refused; its title is left out, in which somebody may be named. */
  @Serdeable
  @Schema(name = "RefusedResult")
  record Shown(
      String number,
      String resultId,
      String dossier,
      String source,
      String unit,
      String procedure,
      String createdAt,
      String refusedAt,
      List<ShownResult.Reason> reasons) {

    static Shown of(Result result) {
      return new Shown(
          result.number().value(),
          result.request().result().text(),
          result.number().dossier().value(),
          result.request().source().code(),
          result.request().unit(),
          result.request().procedure(),
          Time.text(result.request().createdAt()),
          Time.text(result.standing().at()),
          ShownResult.Reason.of(result.reasons()));
    }
  }

  private final Results results;
  private final InstantSource clock;

  AnomaliesController(Results results, InstantSource clock) {
    this.results = results;
    this.clock = clock;
  }

  /** The results that were refused on a day, newest first. */
  @Get("/results/anomalies")
  @Operation(
      summary = "Results that were refused",
      description = "The results that were refused on a day in Vietnam, and why, newest first.")
  @SecurityRequirement(name = "officers", scopes = "operations")
  @ApiResponse(
      responseCode = "200",
      description = "The day's refused results",
      content = @Content(schema = @Schema(implementation = Day.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  Day listRefusedResults(
      @Parameter(description = "The day in Vietnam, like 2026-11-24; left out, today") @QueryValue
          @Nullable String day,
      @Parameter(description = "How many at most, 1 to 1000; left out, 100") @QueryValue
          @Nullable Integer limit) {
    LocalDate on = day == null ? Time.day(clock.instant()) : day(day);
    int most = limit == null ? USUAL : limit;
    if (most < 1 || most > MOST) {
      throw new Invalid("limit", "must be from 1 to " + MOST);
    }
    return new Day(on.toString(), results.refusedOn(on, most).stream().map(Shown::of).toList());
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new Invalid("day", "must be a day like 2026-11-24");
    }
  }
}
