package dev.hoso.indicators.decision766;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.indicators.Period;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What Hoso cannot know and somebody entered, month by month, with where it comes from. */
public record Entries(Table table) {
  /** In place of a unit: of the city as a whole. */
  private static final String CITY = "city";

  /**
   * What was entered.
   *
   * @param unit null for the city as a whole
   * @param source where the figures were read
   */
  public record Entry(
      String month,
      String part,
      @Nullable String unit,
      long good,
      long of,
      String source,
      String enteredAt) {}

  /** Takes figures in; those that were entered before give way. */
  public void enter(
      YearMonth month,
      Formula part,
      @Nullable String unit,
      Ratio ratio,
      String source,
      Instant at) {
    table.write(
        Update.of(Map.of("id", id(month), "at", (unit == null ? CITY : unit) + " " + part.code()))
            .set("part", part.code())
            .set("unit", unit)
            .set("good", ratio.good())
            .set("of", ratio.of())
            .set("source", source)
            .set("enteredAt", at));
  }

  /** All that was entered for months that a period touches. */
  public List<Entry> of(Period period) {
    List<Entry> entries = new ArrayList<>();
    for (YearMonth month : period.months()) {
      table.query("id", id(month)).forEach(item -> entries.add(entry(month, item)));
    }
    return entries;
  }

  /**
   * What counts for a unit or, without one, for the city: what was entered for the city as a whole,
   * else the sum of its units.
   */
  public static Map<String, Ratio> of(List<Entry> entries, @Nullable String unit) {
    Map<String, Ratio> own = new TreeMap<>();
    Map<String, Ratio> ofUnits = new TreeMap<>();
    for (Entry entry : entries) {
      Ratio ratio = new Ratio(entry.good(), entry.of());
      if (Objects.equals(entry.unit(), unit)) {
        own.merge(entry.part(), ratio, Ratio::plus);
      } else if (unit == null) {
        ofUnits.merge(entry.part(), ratio, Ratio::plus);
      }
    }
    ofUnits.forEach(own::putIfAbsent);
    return own;
  }

  private static Entry entry(YearMonth month, Item item) {
    return new Entry(
        month.toString(),
        item.text("part"),
        item.textOrNull("unit"),
        item.number("good"),
        item.number("of"),
        item.text("source"),
        item.text("enteredAt"));
  }

  private static String id(YearMonth month) {
    return "766 " + month;
  }
}
