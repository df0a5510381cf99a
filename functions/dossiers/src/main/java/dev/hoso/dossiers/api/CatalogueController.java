package dev.hoso.dossiers.api;

import dev.hoso.core.Refused;
import dev.hoso.core.catalogue.Catalogue;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import org.jspecify.annotations.Nullable;

/** The city's procedures and units, as data. */
@ApiResponse(responseCode = "401", ref = Api.UNAUTHORIZED)
@ApiResponse(responseCode = "403", ref = Api.FORBIDDEN)
@Controller
final class CatalogueController {
  private final Catalogue catalogue;

  CatalogueController(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Lists procedures.
   *
   * @param q a part of the code, of a name or of the field; marks and case do not matter
   * @param level commune or province
   * @param field the field, in Vietnamese or English
   */
  @Get("/procedures")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.READ)
  @ApiResponse(
      responseCode = "200",
      description = "the procedures",
      content = @Content(schema = @Schema(implementation = ProcedureView.All.class)))
  ProcedureView.All procedures(
      @Nullable @QueryValue String q,
      @Nullable @QueryValue String level,
      @Nullable @QueryValue String field) {
    return new ProcedureView.All(
        catalogue.procedures().stream()
            .filter(it -> level == null || it.level().equals(level))
            .filter(it -> field == null || PlainText.same(field, it.field()))
            .filter(it -> q == null || PlainText.in(q, it.code(), it.name(), it.field()))
            .map(ProcedureView::of)
            .toList());
  }

  /**
   * Shows a procedure.
   *
   * @param code the national code; an agency's suffix is ignored
   */
  @Get("/procedures/{code}")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.READ)
  @ApiResponse(
      responseCode = "200",
      description = "the procedure",
      content = @Content(schema = @Schema(implementation = ProcedureView.class)))
  @ApiResponse(responseCode = "404", ref = Api.NOT_FOUND)
  ProcedureView procedure(String code) {
    return catalogue
        .procedure(code)
        .map(ProcedureView::of)
        .orElseThrow(
            () ->
                new Refused(
                    404,
                    "unknown-procedure",
                    "There is no such procedure in the catalogue, see /procedures."));
  }

  /**
   * Lists units; a unit comes after its parent.
   *
   * @param level city, department or commune
   */
  @Get("/units")
  @SecurityRequirement(name = Api.OFFICERS, scopes = Api.READ)
  @ApiResponse(
      responseCode = "200",
      description = "the units",
      content = @Content(schema = @Schema(implementation = UnitView.All.class)))
  UnitView.All units(@Nullable @QueryValue String level) {
    return new UnitView.All(
        catalogue.units().stream()
            .filter(it -> level == null || it.level().equals(level))
            .map(UnitView::of)
            .toList());
  }
}
