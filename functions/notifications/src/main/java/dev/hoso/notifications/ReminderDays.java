package dev.hoso.notifications;

import dev.hoso.core.cityfile.BadCityFile;
import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long after a fact its applicant is reminded: {@code reminders.csv} of the catalogue. */
final class ReminderDays {
  private static final String FILE = "reminders.csv";
  private final Map<String, List<Duration>> byFact;

  private ReminderDays(Map<String, List<Duration>> byFact) {
    this.byFact = byFact;
  }

  /**
   * Reads the city's file where it has one, else Hoso's own.
   *
   * @param cityFolder null for no city's own
   * @throws BadCityFile when the file breaks a rule
   */
  static ReminderDays load(@Nullable Path cityFolder) {
    Map<String, List<Duration>> byFact = new HashMap<>();
    for (Row row : CityFile.read(cityFolder, FILE, "fact", "first", "second")) {
      String fact = row.oneOf("fact", "fee-due", "supplement-asked");
      List<Duration> times = List.of(time(row, "first"), time(row, "second"));
      if (byFact.put(fact, times) != null) {
        throw row.bad("fact", fact + " stands here for the second time");
      }
    }
    return new ReminderDays(byFact);
  }

  /** After which times a fact of this template is reminded of; none where the file names none. */
  List<Duration> of(String template) {
    return byFact.getOrDefault(template, List.of());
  }

  private static Duration time(Row row, String column) {
    String text = row.text(column);
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException e) {
      throw row.bad(column, "'" + text + "' is no ISO-8601 duration like P3D");
    }
  }
}
