package dev.hoso.indicators.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Invalid;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.web.Body;
import dev.hoso.indicators.decision766.Entries;
import dev.hoso.indicators.decision766.Formula;
import dev.hoso.indicators.decision766.Ratio;
import dev.hoso.indicators.decision766.Score;
import dev.hoso.indicators.decision766.ScoreBoard;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Shows Decision 766's score, and takes in what Hoso cannot know of it. */
@Controller
@SerdeImport(Score.Scored.class)
@SerdeImport(value = Entries.Entry.class)
final class ScoreController {
  private static final int LONGEST_SOURCE = 255;

  /**
   * The score of the city, a unit or a procedure.
   *
   * @param points of the parts that are known
   * @param outOf what these could give at most; 100 where all are known
   * @param entered what was entered by hand for the period, with its source
   * @param rows the scores of units or procedures, where they are asked for
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Decision766")
  record Shown(
      String from,
      String to,
      @Nullable String unit,
      @Nullable String procedure,
      BigDecimal points,
      BigDecimal outOf,
      List<Score.Scored> parts,
      List<Entries.Entry> entered,
      List<Row> rows) {}

  /** The score of one unit or procedure. */
  @Serdeable
  @Schema(name = "Decision766Row")
  record Row(String of, BigDecimal points, BigDecimal outOf) {}

  /** What is entered, as it is sent. */
  @Serdeable
  @Schema(name = "Decision766Input")
  record Sent(
      @Schema(description = "How many were good", minimum = "0") Long good,
      @Schema(description = "Of how many", minimum = "1") Long of,
      @Schema(description = "Where the figures were read", maxLength = 255) String source,
      @Nullable @Schema(description = "A unit's code; left out, the city as a whole")
          String unit) {}

  private final ScoreBoard board;
  private final Entries entries;
  private final Catalogue catalogue;
  private final InstantSource clock;

  ScoreController(ScoreBoard board, Catalogue catalogue, InstantSource clock) {
    this.board = board;
    this.entries = board.entries();
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** The score with its parts and their inputs. */
  @Get("/indicators/766")
  @Operation(
      summary = "Decision 766's score",
      description =
          "The score of the city, a unit, a procedure, or a procedure at a unit, with its parts and"
              + " the numbers that each is made of. Parts that nothing is known of are not counted;"
              + " outOf says what the others could give.")
  @SecurityRequirement(name = "officers", scopes = "indicators:read")
  @ApiResponse(
      responseCode = "200",
      description = "The score",
      content = @Content(schema = @Schema(implementation = Shown.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  Shown showScore(
      @Parameter(description = "The first day; left out, the first of the last day's month")
          @QueryValue
          @Nullable String from,
      @Parameter(description = "The last day; left out, today") @QueryValue @Nullable String to,
      @Parameter(description = "A unit's code; left out, all units") @QueryValue
          @Nullable String unit,
      @Parameter(description = "A procedure's code; left out, all procedures") @QueryValue
          @Nullable String procedure,
      @Parameter(description = "unit or procedure, for the scores of each; left out, none")
          @QueryValue
          @Nullable String by) {
    Asked asked = Asked.parse(from, to, unit, procedure, catalogue, clock.instant());
    Score score = board.of(asked.period(), asked.unit(), asked.procedure());
    return new Shown(
        asked.period().from().toString(),
        asked.period().to().toString(),
        asked.unit(),
        asked.procedure(),
        score.points(),
        score.outOf(),
        score.parts(),
        entries.of(asked.period()).stream()
            .filter(it -> asked.unit() == null || asked.unit().equals(it.unit()))
            .toList(),
        by == null ? List.of() : rows(asked, by));
  }

  private List<Row> rows(Asked asked, String by) {
    SortedMap<String, Score> scores =
        switch (by) {
          case "unit" -> board.units(asked.period());
          case "procedure" -> board.procedures(asked.period());
          default -> throw new Invalid("by", "must be unit or procedure");
        };
    return scores.entrySet().stream()
        .map(row -> new Row(row.getKey(), row.getValue().points(), row.getValue().outOf()))
        .toList();
  }

  /** Takes in what Hoso cannot know. */
  @Put("/indicators/766/inputs/{month}/{part}")
  @Operation(
      summary = "Enter what Hoso cannot know",
      description =
          "Figures of a month for one of the parts transparency, inProcessing (of those who were"
              + " asked, how many did not complain), complaintsOnTime and complaintsSatisfied. What"
              + " was entered before for the same gives way.")
  @SecurityRequirement(name = "officers", scopes = "operations")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Sent.class)))
  @ApiResponse(
      responseCode = "200",
      description = "What is entered now",
      content = @Content(schema = @Schema(implementation = Entries.Entry.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  Entries.Entry enterInput(
      @Parameter(description = "The month, like 2026-11") String month,
      @Parameter(description = "Which part") String part,
      @Parameter(hidden = true) HttpRequest<?> request) {
    YearMonth of = month(month);
    Formula formula = formula(part);
    Body body = Body.of(request);
    Long good = body.wholeNumber("good");
    Long all = body.wholeNumber("of");
    if (good == null || all == null || good < 0 || all < 1 || good > all) {
      body.fault("good", "must be from 0 to of, which must be at least 1");
    }
    String source = body.requiredLine("source", LONGEST_SOURCE);
    String unit = body.line("unit", LONGEST_SOURCE);
    if (unit != null && catalogue.unit(unit).isEmpty()) {
      body.fault("unit", "must be the code of a unit of the catalogue");
    }
    body.check();
    Instant now = Time.now(clock);
    Ratio ratio = new Ratio(Objects.requireNonNull(good), Objects.requireNonNull(all));
    String from = Objects.requireNonNull(source);
    entries.enter(of, formula, unit, ratio, from, now);
    return new Entries.Entry(
        of.toString(), part, unit, ratio.good(), ratio.of(), from, Time.text(now));
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeParseException e) {
      throw new Invalid("month", "must be a month like 2026-11");
    }
  }

  private static Formula formula(String part) {
    return Arrays.stream(Formula.values())
        .filter(it -> it.entered() && it.code().equals(part))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    "part",
                    "must be transparency, inProcessing, complaintsOnTime or complaintsSatisfied"));
  }
}
