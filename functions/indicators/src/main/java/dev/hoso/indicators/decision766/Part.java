package dev.hoso.indicators.decision766;

import dev.hoso.core.Name;
import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the score, by {@code decision-766.csv}.
 *
 * @param group one of the Decision's six
 * @param points at most
 * @param fullAt the share that all points are given for, 0.8 for 80%
 */
public record Part(Formula formula, String group, BigDecimal points, BigDecimal fullAt, Name name) {
  /**
   * Reads the parts.
   *
   * @param cityFolder null for Hoso's own
   * @throws BadCityFile when the file breaks a rule, or a part is none that Hoso can measure
   */
  public static List<Part> load(@Nullable Path cityFolder) {
    List<Part> parts = new ArrayList<>();
    for (Row row :
        CityFile.read(
            cityFolder,
            "decision-766.csv",
            "part",
            "group",
            "points",
            "full_at",
            "name_vi",
            "name_en")) {
      Formula formula = Formula.of(row.oneOf("part", Formula.codes()));
      parts.add(
          new Part(
              formula,
              row.oneOf(
                  "group",
                  "transparency",
                  "progress",
                  "online",
                  "payment",
                  "digitisation",
                  "satisfaction"),
              number(row, "points"),
              number(row, "full_at"),
              new Name(row.text("name_vi"), row.text("name_en"))));
    }
    return List.copyOf(parts);
  }

  private static BigDecimal number(Row row, String column) {
    String text = row.text(column);
    if (!text.matches("\\d{1,3}(\\.\\d{1,4})?") || new BigDecimal(text).signum() == 0) {
      throw row.bad(column, "'" + text + "' is not a number above 0 like 0.8");
    }
    return new BigDecimal(text);
  }
}
