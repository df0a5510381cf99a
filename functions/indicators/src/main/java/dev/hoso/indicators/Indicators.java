package dev.hoso.indicators;

import dev.hoso.core.AtOnce;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The counters as they are now, for whoever shows them. What a call costs depends on its days,
 * units and procedures, never on how many dossiers there are.
 */
public final class Indicators {
  /** DynamoDB's own limit of one batch of reads. */
  private static final int AT_ONCE = 100;

  private final Table table;

  /** The counters in the table Indicators. */
  public Indicators(Table table) {
    this.table = table;
  }

  /** The city's, by day; days without any are left out. */
  public SortedMap<LocalDate, Counts> city(Period period) {
    List<Item> items =
        table.between("id", Layout.CITY, "at", period.from().toString(), period.to() + " :");
    return byDay(items.stream());
  }

  /** A unit's, of all its procedures or of one, by day. */
  public SortedMap<LocalDate, Counts> unit(String unit, @Nullable String procedure, Period period) {
    return procedure == null
        ? byDay(Layout.UNITS, unit, period)
        : byDay(ofUnit(unit, period).filter(item -> part(item, 1).equals(procedure)));
  }

  /** A procedure's at all units, by day. */
  public SortedMap<LocalDate, Counts> procedure(String procedure, Period period) {
    return byDay(Layout.PROCEDURES, procedure, period);
  }

  /** Each unit's, all days together. */
  public SortedMap<String, Counts> units(Period period) {
    return all(Layout.UNITS, period);
  }

  /** Each procedure's, all days together. */
  public SortedMap<String, Counts> procedures(Period period) {
    return all(Layout.PROCEDURES, period);
  }

  /** Each procedure's at one unit, all days together. */
  public SortedMap<String, Counts> proceduresOf(String unit, Period period) {
    SortedMap<String, Counts> found = sum(ofUnit(unit, period), item -> part(item, 1));
    found.remove(Layout.NONE);
    return found;
  }

  /** What is open at each unit on a day, now or later; overdue is what was promised before it. */
  public SortedMap<String, Open> openByUnit(LocalDate day) {
    return open(Layout.UNITS, day, List.of(YearMonth.from(day))).byName();
  }

  /** The same, with for how long what is overdue has been so. */
  public SortedMap<String, Aged> agedByUnit(LocalDate day) {
    Period exact = new Period(Age.QUARTER.firstDue(day), day);
    return open(Layout.UNITS, day, exact.months()).aged();
  }

  /** The same of each procedure. */
  public SortedMap<String, Open> openByProcedure(LocalDate day) {
    return open(Layout.PROCEDURES, day, List.of(YearMonth.from(day))).byName();
  }

  /** The same of each procedure at one unit. */
  public SortedMap<String, Open> openOf(String unit, LocalDate day) {
    OpenSum sum = new OpenSum(day, List.of());
    for (Item item : table.query("id", Layout.openOf(unit))) {
      sum.ofMonth(part(item, 1), part(item, 0), ContributionItem.of(item));
    }
    return sum.byName();
  }

  private OpenSum open(String which, LocalDate day, List<YearMonth> byDay) {
    String byYear = Layout.open(which);
    List<String> partitions =
        Stream.concat(Stream.of(byYear), byDay.stream().map(month -> Layout.open(which, month)))
            .toList();
    OpenSum sum = new OpenSum(day, byDay);
    for (Item item : AtOnce.each(partitions, id -> table.query("id", id))) {
      String id = item.text("id");
      if (id.equals(byYear)) {
        sum.ofYear(part(item, 1), part(item, 0), ContributionItem.of(item));
      } else {
        String month = id.substring(byYear.length() + 1);
        sum.ofMonth(part(item, 0), month, ContributionItem.of(item));
      }
    }
    return sum;
  }

  private SortedMap<String, Counts> all(String which, Period period) {
    List<String> partitions =
        Stream.concat(period.wholeMonths().stream(), period.otherDays().stream())
            .map(when -> Layout.all(which, when))
            .toList();
    return sum(
        AtOnce.each(partitions, id -> table.query("id", id)).stream(), item -> part(item, 0));
  }

  private Stream<Item> ofUnit(String unit, Period period) {
    List<String> partitions =
        period.months().stream().map(month -> Layout.unit(unit, month)).toList();
    Predicate<Item> asked = item -> period.contains(LocalDate.parse(part(item, 0)));
    return AtOnce.each(partitions, id -> table.query("id", id)).stream().filter(asked);
  }

  /** By keys that are known, so that it costs the same however many procedures there are. */
  private SortedMap<LocalDate, Counts> byDay(String which, String name, Period period) {
    List<Map<String, String>> keys =
        period
            .days()
            .map(day -> new Key(Layout.all(which, day), name))
            .flatMap(key -> IntStream.range(0, Layout.LANES).mapToObj(key::lane))
            .toList();
    return sum(
        AtOnce.each(portions(keys), table::all).stream(),
        item -> LocalDate.parse(item.text("id").substring(which.length() + 1)));
  }

  private static SortedMap<LocalDate, Counts> byDay(Stream<Item> items) {
    return sum(items, item -> LocalDate.parse(part(item, 0)));
  }

  private static <N extends Comparable<? super N>> SortedMap<N, Counts> sum(
      Stream<Item> items, Function<Item, N> name) {
    SortedMap<N, Counts> sums = new TreeMap<>();
    items.forEach(item -> sums.merge(name.apply(item), ContributionItem.of(item), Counts::plus));
    // What went elsewhere leaves zeros behind.
    sums.values().removeIf(Counts::isEmpty);
    return sums;
  }

  /** A part of the second key, of which the lane is the last. */
  private static String part(Item item, int number) {
    return item.text("at").split(" ", -1)[number];
  }

  private static List<List<Map<String, String>>> portions(List<Map<String, String>> keys) {
    List<List<Map<String, String>>> portions = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += AT_ONCE) {
      portions.add(keys.subList(from, Math.min(from + AT_ONCE, keys.size())));
    }
    return portions;
  }
}
