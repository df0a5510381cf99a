package dev.hoso.core.catalogue;

import dev.hoso.core.Name;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code units.csv}. */
final class UnitFile {
  private UnitFile() {}

  static Map<String, Unit> read(@Nullable Path cityFolder) {
    Map<String, Unit> units = new LinkedHashMap<>();
    for (Row row :
        CityFile.read(
            cityFolder, "units.csv", "code", "name_vi", "name_en", "level", "kind", "parent")) {
      Unit unit = unit(row);
      requireKnownParent(row, unit.parent(), units);
      if (units.put(unit.code(), unit) != null) {
        throw row.bad("code", unit.code() + " stands here for the second time");
      }
    }
    return units;
  }

  private static Unit unit(Row row) {
    String code = row.text("code");
    if (!code.matches("[A-Z0-9.-]{2,20}")) {
      throw row.bad("code", "'" + code + "' is not 2 to 20 of A-Z, 0-9, point and dash");
    }
    String parent = row.optional("parent");
    return new Unit(
        code,
        new Name(row.text("name_vi"), row.text("name_en")),
        row.oneOf("level", "city", "department", "commune"),
        row.text("kind"),
        parent.isEmpty() ? null : parent);
  }

  /** Parents first also means that no unit can be its own ancestor. */
  private static void requireKnownParent(
      Row row, @Nullable String parent, Map<String, Unit> above) {
    if (parent != null && !above.containsKey(parent)) {
      throw row.bad("parent", parent + " is not the code of a unit in a line above");
    }
  }
}
