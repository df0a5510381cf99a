package dev.hoso.results.templates;

import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code result-templates.csv} together with {@code result-fields.csv}. */
final class TemplateFiles {
  private TemplateFiles() {}

  static Map<String, ResultTemplate> read(@Nullable Path cityFolder) {
    FieldFile fields = FieldFile.read(cityFolder);
    Map<String, ResultTemplate> templates = new LinkedHashMap<>();
    for (Row row :
        CityFile.read(
            cityFolder, "result-templates.csv", "procedure", "title", "opening", "closing")) {
      ResultTemplate template = template(row, fields);
      if (templates.put(template.procedure(), template) != null) {
        throw row.bad("procedure", template.procedure() + " stands here for the second time");
      }
    }
    fields.requireTemplates(templates.keySet());
    return templates;
  }

  private static ResultTemplate template(Row row, FieldFile file) {
    String procedure = row.text("procedure");
    List<Field> fields = file.of(procedure);
    if (fields.isEmpty()) {
      throw row.bad("procedure", procedure + " has no fields in result-fields.csv");
    }
    ResultTemplate template =
        new ResultTemplate(
            procedure, row.text("title"), row.optional("opening"), row.optional("closing"), fields);
    requireFields(row, "opening", template.opening(), template);
    requireFields(row, "closing", template.closing(), template);
    return template;
  }

  private static void requireFields(Row row, String column, String text, ResultTemplate template) {
    for (String name : Placeholders.in(text)) {
      Field field =
          template
              .field(name)
              .orElseThrow(
                  () -> row.bad(column, "{" + name + "} names no field of this procedure"));
      if (!field.required()) {
        throw row.bad(column, "{" + name + "} is not required: its sentence would have a hole");
      }
    }
  }
}
