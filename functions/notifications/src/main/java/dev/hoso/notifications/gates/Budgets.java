package dev.hoso.notifications.gates;

import dev.hoso.core.Settings;
import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent on messages in a day, in millionths of a US dollar: by the whole city ({@code
 * HOSO_BUDGET_PER_DAY}) and by each unit ({@code budgets.csv} of the catalogue).
 */
public final class Budgets {
  private static final String FILE = "budgets.csv";
  private static final String EVERY_UNIT = "*";
  private final @Nullable Long city;
  private final Map<String, Optional<Long>> units;

  private Budgets(@Nullable Long city, Map<String, Optional<Long>> units) {
    this.city = city;
    this.units = units;
  }

  /**
   * Reads the city's file where it has one, else Hoso's own, which limits nobody.
   *
   * @param cityFolder null for no city's own
   * @throws BadCityFile when the file breaks a rule
   */
  public static Budgets load(Settings settings, @Nullable Path cityFolder) {
    Map<String, Optional<Long>> units = new HashMap<>();
    for (Row row : CityFile.read(cityFolder, FILE, "unit", "usd_per_day")) {
      if (units.put(row.text("unit"), perDay(row)) != null) {
        throw row.bad("unit", row.text("unit") + " stands here for the second time");
      }
    }
    Long city =
        settings
            .optional("HOSO_BUDGET_PER_DAY")
            .map(text -> Dollars.micros("HOSO_BUDGET_PER_DAY", text))
            .orElse(null);
    return new Budgets(city, units);
  }

  /** Nothing written is no limit. */
  private static Optional<Long> perDay(Row row) {
    return row.optional("usd_per_day").isEmpty()
        ? Optional.empty()
        : Optional.of(Dollars.micros(row, "usd_per_day"));
  }

  /** The whole city's; empty where there is no limit. */
  Optional<Long> city() {
    return Optional.ofNullable(city);
  }

  /** A unit's; empty where there is no limit. */
  Optional<Long> of(String unit) {
    return units.getOrDefault(unit, units.getOrDefault(EVERY_UNIT, Optional.empty()));
  }
}
