package dev.hoso.indicators.api;

import dev.hoso.core.Invalid;
import dev.hoso.core.Language;
import dev.hoso.core.Refused;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.web.Pages;
import dev.hoso.core.web.Readers;
import dev.hoso.indicators.late.Lists;
import dev.hoso.indicators.late.Sheets;
import dev.hoso.indicators.late.UnitLate;
import dev.hoso.indicators.late.Week;
import dev.hoso.indicators.late.WeeklyList;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.SerdeImport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the weekly lists of late units. */
@Controller
@SerdeImport(WeeklyList.class)
@SerdeImport(UnitLate.class)
@SerdeImport(UnitLate.Part.class)
final class LateController {
  private static final Pages PAGES =
      new Pages("dev.hoso.indicators.pages", "form-action 'none'", LatePage.STYLE);

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Lists lists;
  private final Catalogue catalogue;

  LateController(Lists lists, Catalogue catalogue) {
    this.lists = lists;
    this.catalogue = catalogue;
  }

  /** Leads to the newest list. */
  @Get("/late")
  @Operation(summary = "The newest weekly list", description = "Leads to it.")
  @SecurityRequirement(name = "officers", scopes = "indicators:read")
  @ApiResponse(responseCode = "303", description = "It is at Location")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownWeek")
  HttpResponse<Object> showLatestLate() {
    Week week = lists.latest().orElseThrow(() -> unknown("No weekly list was made yet."));
    return HttpResponse.seeOther(URI.create("/late/" + week));
  }

  /** The list of a week: as page, JSON, CSV or XLSX. */
  @Get("/late/{week}")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_CSV, MediaType.TEXT_HTML, XLSX})
  @Operation(
      summary = "Which units were late as a week began",
      description =
          "Units with overdue dossiers, the latest first: how many, how long, of which procedures,"
              + " who answers, and the change since the week before. It stays as it was made. A"
              + " page, JSON, CSV or XLSX, as Accept or form asks for.")
  @SecurityRequirement(name = "officers", scopes = "indicators:read")
  @ApiResponse(
      responseCode = "200",
      description = "The list",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = WeeklyList.class)),
        @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(implementation = String.class)),
        @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
      })
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/UnknownWeek")
  HttpResponse<Object> showLate(
      @Parameter(description = "The week by ISO 8601, like 2026-W48") String week,
      @Parameter(description = "json, csv, xlsx or page; left out, what Accept asks for")
          @QueryValue
          @Nullable String form,
      @Parameter(hidden = true) HttpRequest<?> request) {
    WeeklyList list =
        lists
            .find(Week.parse(week))
            .orElseThrow(() -> unknown("No list of the week " + week + " was made."));
    Language language = Readers.language(request);
    LatePage page = new LatePage(list, language, catalogue);
    return switch (form == null ? accepted(request) : form) {
      case "json" -> Pages.guarded(HttpResponse.ok()).body(list);
      case "csv" -> file(list, "csv", MediaType.TEXT_CSV, sheets(page).csv(list));
      case "xlsx" -> file(list, "xlsx", XLSX, sheets(page).xlsx(list));
      case "page" -> PAGES.page(HttpResponse.ok(), "late.jte", Map.of("page", page));
      default -> throw new Invalid("form", "must be json, csv, xlsx or page");
    };
  }

  private static String accepted(HttpRequest<?> request) {
    var accepted = request.accept();
    if (accepted.contains(MediaType.TEXT_HTML_TYPE)) {
      return "page";
    }
    if (accepted.contains(MediaType.TEXT_CSV_TYPE)) {
      return "csv";
    }
    return accepted.stream().anyMatch(type -> type.getName().equals(XLSX)) ? "xlsx" : "json";
  }

  private static Sheets sheets(LatePage page) {
    return new Sheets(page.language(), page::unit, page::procedure);
  }

  private static HttpResponse<Object> file(
      WeeklyList list, String ending, String type, Object body) {
    return Pages.guarded(HttpResponse.ok())
        .contentType(type)
        .header(
            "Content-Disposition",
            "attachment; filename=\"late-%s.%s\"".formatted(list.week(), ending))
        .body(body);
  }

  private static Refused unknown(String detail) {
    return new Refused(404, "unknown-week", detail);
  }
}
