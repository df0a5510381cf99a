package dev.hoso.results.templates;

import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of {@code result-fields.csv}, kept with their line for complaints about templates. */
final class FieldFile {
  /** A value is a line of a table, not an essay; all of a result's are kept in one item. */
  private static final long LONGEST = 2_000;

  private record Line(Row row, Field field) {}

  private final Map<String, List<Line>> byProcedure;

  private FieldFile(Map<String, List<Line>> byProcedure) {
    this.byProcedure = byProcedure;
  }

  static FieldFile read(@Nullable Path cityFolder) {
    Map<String, List<Line>> byProcedure = new LinkedHashMap<>();
    for (Row row :
        CityFile.read(
            cityFolder, "result-fields.csv", "procedure", "name", "label", "required", "longest")) {
      add(row, byProcedure.computeIfAbsent(row.text("procedure"), code -> new ArrayList<>()));
    }
    return new FieldFile(byProcedure);
  }

  List<Field> of(String procedure) {
    return byProcedure.getOrDefault(procedure, List.of()).stream().map(Line::field).toList();
  }

  void requireTemplates(Set<String> known) {
    byProcedure.forEach(
        (procedure, lines) -> {
          if (!known.contains(procedure)) {
            throw lines
                .getFirst()
                .row()
                .bad("procedure", procedure + " is not in result-templates.csv");
          }
        });
  }

  private static void add(Row row, List<Line> above) {
    Field field = new Field(name(row), row.text("label"), row.yes("required"), longest(row));
    if (above.stream().anyMatch(line -> line.field().name().equals(field.name()))) {
      throw row.bad("name", field.name() + " stands here for the second time");
    }
    above.add(new Line(row, field));
  }

  private static String name(Row row) {
    String name = row.text("name");
    if (!name.matches("[a-z][A-Za-z0-9]{0,39}")) {
      throw row.bad("name", "'" + name + "' is not a name like fullName");
    }
    return name;
  }

  private static int longest(Row row) {
    long longest = row.number("longest");
    if (longest < 1 || longest > LONGEST) {
      throw row.bad("longest", longest + " is not 1 to " + LONGEST);
    }
    return (int) longest;
  }
}
