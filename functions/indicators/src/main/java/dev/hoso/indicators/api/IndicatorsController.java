package dev.hoso.indicators.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Invalid;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.indicators.Counts;
import dev.hoso.indicators.Indicators;
import dev.hoso.indicators.Open;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Shows the counters. */
@Controller
@SerdeImport(Open.class)
final class IndicatorsController {
  /**
   * The counters of a period.
   *
   * @param asOf when they were read
   * @param open what is not decided now
   * @param total all rows together
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Indicators")
  record Shown(
      String from,
      String to,
      @Nullable String unit,
      @Nullable String procedure,
      String asOf,
      Open open,
      Map<String, Long> total,
      List<Row> rows) {}

  /**
   * The counters of a day, a unit or a procedure.
   *
   * @param of the day or the code
   * @param counts by measure; what is not there is 0
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "IndicatorsRow")
  record Row(String of, Map<String, Long> counts) {}

  private final Indicators indicators;
  private final Catalogue catalogue;
  private final InstantSource clock;

  IndicatorsController(Indicators indicators, Catalogue catalogue, InstantSource clock) {
    this.indicators = indicators;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** The counters of a period, by day, unit or procedure. */
  @Get("/indicators")
  @Operation(
      summary = "What was counted",
      description =
          "What happened in a period, by day, unit or procedure, and what is open now. What each"
              + " measure means is in docs/INDICATORS.md. Amounts are whole dong, costs of messages"
              + " millionths of a US dollar.")
  @SecurityRequirement(name = "officers", scopes = "indicators:read")
  @ApiResponse(
      responseCode = "200",
      description = "The counters",
      content = @Content(schema = @Schema(implementation = Shown.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  Shown showIndicators(
      @Parameter(description = "The first day; left out, the first of the last day's month")
          @QueryValue
          @Nullable String from,
      @Parameter(description = "The last day; left out, today") @QueryValue @Nullable String to,
      @Parameter(description = "A unit's code; left out, all units") @QueryValue
          @Nullable String unit,
      @Parameter(description = "A procedure's code; left out, all procedures") @QueryValue
          @Nullable String procedure,
      @Parameter(
              description =
                  "What a row is: day, unit (not with one unit or procedure) or procedure (not with"
                      + " one procedure); left out, day")
          @QueryValue
          @Nullable String by,
      @Parameter(hidden = true) HttpRequest<?> request) {
    Instant now = clock.instant();
    String seen = Sight.of(request, catalogue).narrowed(unit);
    Asked asked = Asked.parse(from, to, seen, procedure, catalogue, now);
    SortedMap<?, Counts> rows = rows(asked, by == null ? "day" : by);
    return new Shown(
        asked.period().from().toString(),
        asked.period().to().toString(),
        asked.unit(),
        asked.procedure(),
        Time.text(now),
        open(asked, Time.day(now)),
        rows.values().stream().reduce(Counts.NONE, Counts::plus).all(),
        rows.entrySet().stream()
            .map(row -> new Row(row.getKey().toString(), row.getValue().all()))
            .toList());
  }

  private SortedMap<?, Counts> rows(Asked asked, String by) {
    String unit = asked.unit();
    String procedure = asked.procedure();
    if (by.equals("unit") && unit == null && procedure == null) {
      return indicators.units(asked.period());
    }
    if (by.equals("procedure") && procedure == null) {
      return unit == null
          ? indicators.procedures(asked.period())
          : indicators.proceduresOf(unit, asked.period());
    }
    if (!by.equals("day")) {
      throw new Invalid(
          "by", "must be day, unit (not with one unit or procedure) or procedure (not with one)");
    }
    if (unit != null) {
      return indicators.unit(unit, procedure, asked.period());
    }
    return procedure == null
        ? indicators.city(asked.period())
        : indicators.procedure(procedure, asked.period());
  }

  private Open open(Asked asked, LocalDate today) {
    String unit = asked.unit();
    String procedure = asked.procedure();
    if (unit != null && procedure != null) {
      return indicators.openOf(unit, today).getOrDefault(procedure, Open.NONE);
    }
    if (procedure != null) {
      return indicators.openByProcedure(today).getOrDefault(procedure, Open.NONE);
    }
    SortedMap<String, Open> units = indicators.openByUnit(today);
    return unit == null
        ? units.values().stream().reduce(Open.NONE, Open::plus)
        : units.getOrDefault(unit, Open.NONE);
  }
}
