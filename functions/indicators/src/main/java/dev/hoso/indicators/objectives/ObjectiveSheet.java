package dev.hoso.indicators.objectives;

import dev.hoso.core.Fault;
import dev.hoso.core.Invalid;
import dev.hoso.core.Name;
import dev.hoso.core.catalogue.Catalogue;
import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import dev.hoso.indicators.objectives.Objective.Link;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objectives as a table, a line for each: {@code id, kind, vi, en, unit, role, from, due, target},
 * and {@code indicator, ofUnit, ofProcedure}, which may be empty.
 */
public record ObjectiveSheet(Catalogue catalogue) {
  private static final String[] COLUMNS = {
    "id",
    "kind",
    "vi",
    "en",
    "unit",
    "role",
    "from",
    "due",
    "target",
    "indicator",
    "ofUnit",
    "ofProcedure"
  };

  /** A sheet of the city has hundreds; more are somebody's mistake. */
  private static final int MOST = 2000;

  /**
   * Reads a table: all of it or nothing.
   *
   * @throws Invalid with the line and the column of the first fault
   */
  public List<Objective> read(byte[] csv) {
    try {
      List<Row> rows = CityFile.sent("body", csv, COLUMNS);
      if (rows.size() > MOST) {
        throw new Invalid("body", "must have at most " + MOST + " lines");
      }
      Set<String> ids = new HashSet<>();
      List<Objective> all = new ArrayList<>();
      for (Row row : rows) {
        Objective objective = objective(row);
        if (!ids.add(objective.id())) {
          throw row.bad("id", "'" + objective.id() + "' stands in the table twice");
        }
        all.add(objective);
      }
      return all;
    } catch (BadCityFile bad) {
      throw new Invalid(List.of(new Fault("body", Objects.requireNonNull(bad.getMessage()))));
    }
  }

  private Objective objective(Row row) {
    ObjectiveRules rules =
        new ObjectiveRules(
            catalogue,
            (field, rule) -> {
              throw row.bad(column(field), rule);
            });
    String id = row.text("id");
    if (!ObjectiveRules.isId(id)) {
      throw row.bad("id", ObjectiveRules.badId().rule());
    }
    Link link = link(row, rules);
    LocalDate from = row.date("from");
    LocalDate due = row.date("due");
    BigDecimal target = number(row);
    String unit = row.text("unit");
    rules.unit("unit", unit);
    rules.time("due", from, due);
    rules.target("target", target, link);
    return new Objective(
        id,
        Objects.requireNonNull(rules.kind("kind", row.text("kind"))),
        new Name(line(row, "vi"), line(row, "en")),
        unit,
        line(row, "role"),
        from,
        due,
        target,
        link,
        null);
  }

  private static @Nullable Link link(Row row, ObjectiveRules rules) {
    String indicator = row.optional("indicator");
    return indicator.isEmpty()
        ? null
        : rules.link("indicator", indicator, orNull(row, "ofUnit"), orNull(row, "ofProcedure"));
  }

  /** The column of a field of JSON. */
  private static String column(String field) {
    return switch (field) {
      case "indicator.indicator" -> "indicator";
      case "indicator.unit" -> "ofUnit";
      case "indicator.procedure" -> "ofProcedure";
      default -> field;
    };
  }

  private static String line(Row row, String column) {
    String text = row.text(column);
    if (text.length() > ObjectiveRules.LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw row.bad(
          column, "must be one line of at most " + ObjectiveRules.LONGEST + " characters");
    }
    return text;
  }

  private static @Nullable String orNull(Row row, String column) {
    String text = row.optional(column);
    return text.isEmpty() ? null : text;
  }

  private static BigDecimal number(Row row) {
    String text = row.text("target");
    if (!text.matches("\\d{1,12}(\\.\\d{1,6})?")) {
      throw row.bad("target", "'" + text + "' is not a number like 100 or 0.95");
    }
    return new BigDecimal(text);
  }
}
