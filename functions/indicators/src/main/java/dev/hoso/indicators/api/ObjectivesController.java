package dev.hoso.indicators.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.AtOnce;
import dev.hoso.core.Invalid;
import dev.hoso.core.Language;
import dev.hoso.core.Log;
import dev.hoso.core.Refused;
import dev.hoso.core.Time;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.web.Body;
import dev.hoso.core.web.IdempotencyKey;
import dev.hoso.core.web.Pages;
import dev.hoso.core.web.Readers;
import dev.hoso.indicators.api.ObjectiveView.Linked;
import dev.hoso.indicators.objectives.Measuring;
import dev.hoso.indicators.objectives.Measuring.Stood;
import dev.hoso.indicators.objectives.Objective;
import dev.hoso.indicators.objectives.ObjectiveSheet;
import dev.hoso.indicators.objectives.Objectives;
import dev.hoso.indicators.objectives.Report;
import dev.hoso.indicators.objectives.Standing.State;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Tasks and key results: entered, reported on, and shown as they stand. */
@Controller("/objectives")
@ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
@ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
@ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
final class ObjectivesController {
  private static final Pages PAGES =
      new Pages("dev.hoso.indicators.pages", "form-action 'self'", ObjectivesPage.STYLE);

  /**
   * Objectives as they stand.
   *
   * @param asOf when they were measured
   * @param states how many stand so, before the state that was asked for is looked at
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Objectives")
  record Shown(String asOf, Map<String, Long> states, List<ObjectiveView> objectives) {}

  /** How many lines of a table were entered. */
  @Serdeable
  @Schema(name = "ObjectivesEntered")
  record Entered(int entered) {}

  /** An objective, as it is sent. */
  @Schema(name = "ObjectiveEntry")
  record Sent(
      @Nullable
          @Schema(
              description = "Left out, task",
              type = "string",
              allowableValues = {"task", "keyResult"})
          String kind,
      @Schema(description = "In both languages: vi, en") Object title,
      @Schema(description = "The code of the unit that has it") String unit,
      @Schema(description = "The position that answers for it, never a person's name") String role,
      @Nullable @Schema(description = "The first day; left out, today", format = "date")
          String from,
      @Schema(description = "The last day", format = "date") String due,
      @Schema(description = "The value at which it is done; of a share, from 0 to 1")
          BigDecimal target,
      @Nullable @Schema(description = "What measures it; left out, its value is reported")
          Linked indicator) {}

  /** A table of hundreds is entered while somebody waits. */
  private static final int AT_ONCE = 16;

  private final Objectives objectives;
  private final Measuring measuring;
  private final Catalogue catalogue;
  private final InstantSource clock;

  ObjectivesController(
      Objectives objectives, Measuring measuring, Catalogue catalogue, InstantSource clock) {
    this.objectives = objectives;
    this.measuring = measuring;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** All objectives, as page or JSON. */
  @Get
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
  @Operation(
      summary = "Tasks and key results as they stand",
      description =
          "Each with its state by rule: done, onTrack, atRisk or late. A page for browsers, else"
              + " JSON.")
  @SecurityRequirement(name = "officers", scopes = "indicators:read")
  @ApiResponse(
      responseCode = "200",
      description = "The objectives",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Shown.class)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
      })
  HttpResponse<Object> showObjectives(
      @Parameter(description = "done, onTrack, atRisk or late; left out, all") @QueryValue
          @Nullable String state,
      @Parameter(description = "The code of a unit; left out, all") @QueryValue
          @Nullable String unit,
      @Parameter(hidden = true) HttpRequest<?> request) {
    boolean page = request.accept().contains(MediaType.TEXT_HTML_TYPE);
    ObjectivesFilter filter = ObjectivesFilter.parse(state, unit, catalogue);
    List<Stood> all =
        measuring.all(objectives.all().stream().filter(filter::ofUnit).toList(), today());
    if (page) {
      Language language = Readers.language(request);
      ObjectivesPage shown = new ObjectivesPage(all, filter, language, catalogue, clock.instant());
      return PAGES.page(HttpResponse.ok(), "objectives.jte", Map.of("page", shown));
    }
    return Pages.guarded(HttpResponse.ok())
        .body(
            new Shown(
                Time.text(Time.now(clock)),
                states(all),
                all.stream()
                    .filter(filter::inState)
                    .map(it -> ObjectiveView.of(it, null))
                    .toList()));
  }

  /** One objective with its reports. */
  @Get("/{id}")
  @Operation(summary = "A task or key result with what was reported of it")
  @SecurityRequirement(name = "officers", scopes = "indicators:read")
  @ApiResponse(
      responseCode = "200",
      description = "The objective",
      content = @Content(schema = @Schema(implementation = ObjectiveView.class)))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownObjective")
  ObjectiveView showObjective(@Parameter(description = "Its name") String id) {
    return view(known(id));
  }

  /** Enters an objective. */
  @Put("/{id}")
  @Operation(
      summary = "Enter a task or key result",
      description =
          "Under a name of the caller's; what was entered under it before gives way, what was"
              + " reported stays. It is measured by an indicator, or its value is reported.")
  @SecurityRequirement(name = "officers", scopes = "operations")
  @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Sent.class)))
  @ApiResponse(
      responseCode = "200",
      description = "Entered in the place of another one",
      content = @Content(schema = @Schema(implementation = ObjectiveView.class)))
  @ApiResponse(
      responseCode = "201",
      description = "Entered",
      content = @Content(schema = @Schema(implementation = ObjectiveView.class)))
  HttpResponse<ObjectiveView> enterObjective(
      @Parameter(description = "1 to 64 letters, digits, points, hyphens, underscores") String id,
      @Parameter(hidden = true) HttpRequest<?> request) {
    Objective objective = new ObjectiveReader(catalogue).objective(id, Body.of(request), today());
    boolean anew = objectives.put(objective);
    Log.info("objectiveEntered", Map.of("objective", id));
    ObjectiveView shown = view(known(id));
    return anew ? HttpResponse.created(shown) : HttpResponse.ok(shown);
  }

  /** Enters a table of objectives. */
  @Put
  @Consumes(MediaType.TEXT_CSV)
  @Operation(
      summary = "Enter a table of tasks and key results",
      description =
          "CSV in UTF-8 with the columns id, kind, vi, en, unit, role, from, due, target,"
              + " indicator, ofUnit, ofProcedure; the last three may be empty. All lines are right,"
              + " or none is entered. The same table again changes nothing; those that are not in"
              + " it stay.")
  @SecurityRequirement(name = "officers", scopes = "operations")
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(implementation = String.class)))
  @ApiResponse(
      responseCode = "200",
      description = "Entered",
      content = @Content(schema = @Schema(implementation = Entered.class)))
  Entered enterObjectives(@Parameter(hidden = true) HttpRequest<?> request) {
    byte[] csv =
        request
            .getBody(String.class)
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .orElseThrow(() -> new Invalid("body", "must be a table in CSV"));
    List<Objective> all = new ObjectiveSheet(catalogue).read(csv);
    AtOnce.all(
        AT_ONCE, all.stream().map(one -> (Callable<Boolean>) () -> objectives.put(one)).toList());
    Log.info("objectivesEntered", Map.of("objectives", all.size()));
    return new Entered(all.size());
  }

  /** Takes in how far an objective is. */
  @Post("/{id}/reports")
  @Operation(
      summary = "Report how far a task or key result is",
      description =
          "The value counts that was reported for the latest time. The same report again, or"
              + " another one under the same Idempotency-Key, changes nothing.")
  @SecurityRequirement(name = "officers", scopes = "operations")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ObjectiveView.ReportView.class)))
  @ApiResponse(
      responseCode = "200",
      description = "The objective as it stands now",
      content = @Content(schema = @Schema(implementation = ObjectiveView.class)))
  @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownObjective")
  @ApiResponse(responseCode = "409", ref = "#/components/responses/MeasuredByItself")
  ObjectiveView reportObjective(
      @Parameter(description = "Its name") String id,
      @Header(IdempotencyKey.HEADER) @Nullable String idempotencyKey,
      @Parameter(hidden = true) HttpRequest<?> request) {
    IdempotencyKey key = IdempotencyKey.parse(idempotencyKey);
    Objective objective = known(id);
    if (objective.link() != null) {
      throw new Refused(
          409,
          "measured-by-itself",
          "This objective is linked to an indicator, so nothing is reported of it.");
    }
    Report report = new ObjectiveReader(catalogue).report(Body.of(request), now());
    objectives.report(id, report, key == null ? null : key.value());
    return view(known(id));
  }

  private ObjectiveView view(Objective objective) {
    return ObjectiveView.of(measuring.one(objective, today()), objectives.reports(objective.id()));
  }

  private Objective known(String id) {
    return objectives
        .find(id)
        .orElseThrow(
            () ->
                new Refused(
                    404, "unknown-objective", "There is no such objective. Enter it with PUT."));
  }

  private static Map<String, Long> states(List<Stood> all) {
    Map<String, Long> states = new LinkedHashMap<>();
    for (State state : State.values()) {
      states.put(state.code(), all.stream().filter(it -> it.standing().state() == state).count());
    }
    return states;
  }

  private Instant now() {
    return Time.now(clock);
  }

  private LocalDate today() {
    return Time.day(clock.instant());
  }
}
