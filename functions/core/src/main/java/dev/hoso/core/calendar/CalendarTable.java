package dev.hoso.core.calendar;

import dev.hoso.core.cityfile.CityFile;
import dev.hoso.core.cityfile.Row;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What {@code holidays.csv} and {@code notices.csv} say, sorted, so that the order of their lines
 * does not matter.
 */
record CalendarTable(SortedMap<LocalDate, DayKind> days, SortedSet<Integer> announcedYears) {
  static CalendarTable read(@Nullable Path cityFolder) {
    return new CalendarTable(days(cityFolder), announcedYears(cityFolder));
  }

  /** Of the days and years alone: a corrected name or source does not make another calendar. */
  String digest() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  private static SortedMap<LocalDate, DayKind> days(@Nullable Path cityFolder) {
    SortedMap<LocalDate, DayKind> days = new TreeMap<>();
    for (Row row : CityFile.read(cityFolder, "holidays.csv", "date", "kind")) {
      LocalDate date = row.date("date");
      if (days.put(date, kind(row)) != null) {
        throw row.bad("date", date + " stands here for the second time");
      }
    }
    return days;
  }

  private static DayKind kind(Row row) {
    return switch (row.oneOf("kind", "holiday", "substitute", "swapped-working-day")) {
      case "holiday" -> DayKind.HOLIDAY;
      case "substitute" -> DayKind.SUBSTITUTE;
      default -> DayKind.SWAPPED_WORKING_DAY;
    };
  }

  private static SortedSet<Integer> announcedYears(@Nullable Path cityFolder) {
    SortedSet<Integer> years = new TreeSet<>();
    for (Row row : CityFile.read(cityFolder, "notices.csv", "year", "document")) {
      row.text("document");
      years.add((int) row.number("year"));
    }
    return years;
  }
}
