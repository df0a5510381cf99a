package dev.hoso.dossiers.api;

import dev.hoso.core.Refused;
import dev.hoso.core.catalogue.Catalogue;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;

/** The city's procedures and units, as data. */
@Controller
final class CatalogueController {
  private final Catalogue catalogue;

  CatalogueController(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Lists procedures.
   *
   * @param q words that the code, a name or the field has, with or without their marks
   * @param level commune or province
   * @param field the field, in Vietnamese or English
   */
  @Get("/procedures")
  ProcedureView.All procedures(
      @Nullable @QueryValue String q,
      @Nullable @QueryValue String level,
      @Nullable @QueryValue String field) {
    return new ProcedureView.All(
        catalogue.procedures().stream()
            .filter(it -> level == null || it.level().equals(level))
            .filter(it -> field == null || PlainText.same(field, it.field()))
            .filter(it -> q == null || PlainText.has(q, it.code(), it.name(), it.field()))
            .map(ProcedureView::of)
            .toList());
  }

  /** Shows a procedure; its code may carry an agency's suffix. */
  @Get("/procedures/{code}")
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
  UnitView.All units(@Nullable @QueryValue String level) {
    return new UnitView.All(
        catalogue.units().stream()
            .filter(it -> level == null || it.level().equals(level))
            .map(UnitView::of)
            .toList());
  }
}
