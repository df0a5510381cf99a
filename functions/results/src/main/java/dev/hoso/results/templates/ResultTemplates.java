package dev.hoso.results.templates;

import dev.hoso.core.cityfile.BadCityFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The templates of a city, by procedure. Immutable. */
public final class ResultTemplates {
  private final Map<String, ResultTemplate> byProcedure;

  private ResultTemplates(Map<String, ResultTemplate> byProcedure) {
    this.byProcedure = Map.copyOf(byProcedure);
  }

  /**
   * Reads {@code result-templates.csv} and {@code result-fields.csv}, each from the folder where it
   * lies there, else Hoso's own.
   *
   * @param cityFolder null for a city that replaces nothing
   * @throws BadCityFile when a row breaks a rule, or fields and templates do not belong together
   */
  public static ResultTemplates load(@Nullable Path cityFolder) {
    return new ResultTemplates(TemplateFiles.read(cityFolder));
  }

  /**
   * The template of a procedure; empty where its results cannot be made of fields.
   *
   * @param procedure the national code, as the catalogue has it
   */
  public Optional<ResultTemplate> of(String procedure) {
    return Optional.ofNullable(byProcedure.get(procedure));
  }
}
