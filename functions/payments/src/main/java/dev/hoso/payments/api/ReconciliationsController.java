package dev.hoso.payments.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hoso.core.Refused;
import dev.hoso.core.web.DayList;
import dev.hoso.core.web.Pages;
import dev.hoso.core.web.Readers;
import dev.hoso.payments.settlement.Report;
import dev.hoso.payments.settlement.ReportForm;
import dev.hoso.payments.settlement.ReportSummary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.SerdeImport;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows operators and accountants what came of gateways' settlement files. */
@Controller
@SerdeImport(Report.class)
@SerdeImport(Report.Total.class)
final class ReconciliationsController {
  private static final Pages PAGES =
      new Pages("dev.hoso.payments.pages", "form-action 'none'", ReconciliationPage.STYLE);

  private static final Duration ADDRESS_HOLDS = Duration.ofMinutes(5);

  /** The reports of a day's files. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "ReconciliationsOfDay")
  record Day(String day, List<Report> reconciliations) {}

  private final Reports reports;
  private final InstantSource clock;

  ReconciliationsController(Reports reports, InstantSource clock) {
    this.reports = reports;
    this.clock = clock;
  }

  /** What came of the files of a day, in totals. */
  @Get("/payments/reconciliations")
  @Operation(
      summary = "What came of a day's settlement files",
      description = "The totals of every gateway's files of a day in Vietnam.")
  @SecurityRequirement(name = "officers", scopes = "operations")
  @ApiResponse(
      responseCode = "200",
      description = "The day's reconciliations",
      content = @Content(schema = @Schema(implementation = Day.class)))
  @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  Day listReconciliations(
      @Parameter(description = "The day in Vietnam, like 2026-11-24; left out, today") @QueryValue
          @Nullable String day) {
    DayList asked = DayList.parse(day, null, clock.instant());
    return new Day(asked.day().toString(), reports.ofDay(asked.day()));
  }

  /** What came of one file: in JSON, as CSV, or as a page. */
  @Get("/payments/reconciliations/{gateway}/{day}")
  @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_CSV, MediaType.TEXT_HTML})
  @Operation(
      summary = "What came of a settlement file",
      description =
          "Totals and every difference in JSON, the differences in CSV, or a page with the totals and"
              + " the first differences. What is too large for an answer is elsewhere: Location"
              + " holds for five minutes.")
  @SecurityRequirement(name = "officers", scopes = "operations")
  @ApiResponse(
      responseCode = "200",
      description = "The reconciliation",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ReportSummary.class)),
        @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(implementation = String.class)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
      })
  @ApiResponse(responseCode = "303", description = "It is at Location, for five minutes")
  @ApiResponse(responseCode = "401", ref = "#/components/responses/Unauthorized")
  @ApiResponse(responseCode = "403", ref = "#/components/responses/Forbidden")
  @ApiResponse(responseCode = "404", ref = "#/components/responses/NoSuchReconciliation")
  HttpResponse<Object> showReconciliation(
      @Parameter(description = "Whose file it is") String gateway,
      @Parameter(description = "What the file is called without .csv: 2026-11-23, 2026-11-23-2")
          String day,
      @Parameter(hidden = true) HttpRequest<?> request) {
    var accepted = request.accept();
    if (accepted.contains(MediaType.TEXT_HTML_TYPE)) {
      return page(gateway, day, request);
    }
    boolean csv = accepted.contains(MediaType.TEXT_CSV_TYPE);
    return file(gateway, day, csv ? ReportForm.CSV : ReportForm.JSON);
  }

  private HttpResponse<Object> file(String gateway, String name, ReportForm form) {
    Reports.Found found = reports.read(gateway, name, form).orElseThrow(() -> unknown(gateway));
    return switch (found) {
      case Reports.Found.Whole whole ->
          Pages.guarded(HttpResponse.ok()).contentType(form.contentType()).body(whole.text());
      case Reports.Found.Large large ->
          HttpResponse.seeOther(URI.create(reports.reading(gateway, name, form, ADDRESS_HOLDS)));
    };
  }

  private HttpResponse<Object> page(String gateway, String name, HttpRequest<?> request) {
    ReportSummary summary = reports.summary(gateway, name).orElseThrow(() -> unknown(gateway));
    ReconciliationPage page =
        new ReconciliationPage(
            summary,
            Readers.language(request),
            reports.reading(gateway, name, ReportForm.CSV, ADDRESS_HOLDS),
            reports.reading(gateway, name, ReportForm.JSON, ADDRESS_HOLDS));
    return PAGES.page(HttpResponse.ok(), "reconciliation.jte", Map.of("page", page));
  }

  private static Refused unknown(String gateway) {
    return new Refused(
        404,
        "unknown-reconciliation",
        "No settlement file of that name of " + gateway + " has been reconciled.");
  }
}
