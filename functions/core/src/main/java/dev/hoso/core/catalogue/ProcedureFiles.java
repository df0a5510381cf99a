package dev.hoso.core.catalogue;

import dev.hoso.core.Name;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code procedures.csv} together with {@code fees.csv}. */
final class ProcedureFiles {
  private static final String[] COLUMNS = {
    "code",
    "name_vi",
    "name_en",
    "field_vi",
    "field_en",
    "level",
    "working_days",
    "returns_document",
    "fee_before_result",
    "note"
  };

  private ProcedureFiles() {}

  static Map<String, Procedure> read(@Nullable Path cityFolder) {
    List<Row> rows = CityFile.read(cityFolder, "procedures.csv", COLUMNS);
    FeeFile fees = FeeFile.read(cityFolder);
    Map<String, Procedure> procedures = new LinkedHashMap<>();
    for (Row row : rows) {
      String code = code(row);
      if (procedures.put(code, procedure(row, code, fees.of(code))) != null) {
        throw row.bad("code", code + " stands here for the second time");
      }
    }
    fees.requireProcedures(procedures.keySet());
    return procedures;
  }

  private static String code(Row row) {
    String code = row.text("code");
    if (!code.matches("\\d\\.\\d{6}")) {
      throw row.bad("code", "'" + code + "' is not a national code like 1.004222");
    }
    return code;
  }

  private static Procedure procedure(Row row, String code, List<Fee> fees) {
    return new Procedure(
        code,
        new Name(row.text("name_vi"), row.text("name_en")),
        new Name(row.text("field_vi"), row.text("field_en")),
        row.oneOf("level", "commune", "province"),
        fees,
        row.days("working_days"),
        row.yes("returns_document"),
        row.yes("fee_before_result"),
        row.optional("note"));
  }
}
