package dev.hoso.indicators;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which counters a contribution adds to, and where they lie: docs/INDICATORS.md has the table. */
final class Layout {
  /** Changes that happen at the same time take different lanes; readers add them up. */
  static final int LANES = 4;

  static final String CITY = "city";
  static final String UNITS = "units";
  static final String PROCEDURES = "procedures";

  /** In place of a procedure or a day where there is none. */
  static final String NONE = "-";

  /** The first words of the first keys. */
  private static final Set<String> KINDS = Set.of(CITY, UNITS, PROCEDURES, "unit", "open");

  private Layout() {}

  /** Whether items with this first key hold counters. */
  static boolean counters(String id) {
    return KINDS.contains(id.split(" ", -1)[0]);
  }

  static Map<Key, Counts> of(Contribution all) {
    Map<Key, Counts> counters = new HashMap<>();
    all.counts().forEach((day, counts) -> add(counters, all.cell(), day, counts));
    if (all.open() != null) {
      add(counters, all.cell(), all.open());
    }
    return counters;
  }

  private static void add(Map<Key, Counts> counters, Cell cell, LocalDate day, Counts counts) {
    YearMonth month = YearMonth.from(day);
    String procedure = cell.procedure();
    String ofUnit = day + " " + (procedure == null ? NONE : procedure);
    Stream<Key> all =
        Stream.of(
            new Key(CITY, day.toString()),
            new Key(all(UNITS, day), cell.unit()),
            new Key(all(UNITS, month), cell.unit()),
            new Key(unit(cell.unit(), month), ofUnit));
    Stream<Key> ofProcedure =
        procedure == null
            ? Stream.of()
            : Stream.of(
                new Key(all(PROCEDURES, day), procedure),
                new Key(all(PROCEDURES, month), procedure));
    // Days of one month meet in its counters.
    Stream.concat(all, ofProcedure).forEach(key -> counters.merge(key, counts, Counts::plus));
  }

  private static void add(Map<Key, Counts> counters, Cell cell, Bucket bucket) {
    String procedure = cell.procedure() == null ? NONE : cell.procedure();
    LocalDate day = bucket.day().orElse(null);
    if (day == null) {
      Counts one = Counts.of(Map.of(bucket.name(), 1L));
      counters.put(new Key(open(UNITS), NONE + " " + cell.unit()), one);
      counters.put(new Key(open(PROCEDURES), NONE + " " + procedure), one);
      counters.put(new Key(openOf(cell.unit()), NONE + " " + procedure), one);
      return;
    }
    YearMonth month = YearMonth.from(day);
    Counts ofYear = Counts.of(Map.of(two(day.getMonthValue()), 1L));
    Counts ofMonth = Counts.of(Map.of(two(day.getDayOfMonth()), 1L));
    counters.put(new Key(open(UNITS), day.getYear() + " " + cell.unit()), ofYear);
    counters.put(new Key(open(UNITS, month), cell.unit()), ofMonth);
    counters.put(new Key(open(PROCEDURES), day.getYear() + " " + procedure), ofYear);
    counters.put(new Key(open(PROCEDURES, month), procedure), ofMonth);
    counters.put(new Key(openOf(cell.unit()), month + " " + procedure), ofMonth);
  }

  /** All units or procedures on a day or in a month. */
  static String all(String which, Object when) {
    return which + " " + when;
  }

  /** One unit in a month, by day and procedure. */
  static String unit(String unit, YearMonth month) {
    return "unit " + unit + " " + month;
  }

  /** What is open at all units or procedures, by year. */
  static String open(String which) {
    return "open " + which;
  }

  /** What is open at all units or procedures and promised for a month, by day. */
  static String open(String which, YearMonth month) {
    return open(which) + " " + month;
  }

  /** What is open at one unit, by month and procedure. */
  static String openOf(String unit) {
    return "open unit " + unit;
  }

  /** A month or a day in two digits. */
  static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }
}
