package dev.hoso.indicators.objectives;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Outcome;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The objectives and their reports as they are kept, in Indicators. There are hundreds of them: all
 * are one partition. In the index {@code open} they lie by unit and last day, as open dossiers do.
 */
public record Objectives(Table table) {
  private static final String ALL = "objectives";
  private static final String INDEX = "open";
  private static final String UNIT = "openUnit";

  /** A unit has no more that end on one day. */
  private static final int MOST = 1000;

  /** All of them, by their names. */
  public List<Objective> all() {
    return table.query("id", ALL).stream().map(ObjectiveItem::read).toList();
  }

  /** The one of this name. */
  public Optional<Objective> find(String id) {
    Item item = table.get(key(id));
    return item.isEmpty() ? Optional.empty() : Optional.of(ObjectiveItem.read(item));
  }

  /**
   * Enters it, or puts it in the place of what was entered under its name; what was reported stays.
   *
   * @return whether it is new
   */
  public boolean put(Objective objective) {
    boolean known = find(objective.id()).isPresent();
    Update update = Update.of(key(objective.id()));
    ObjectiveItem.entered(objective).forEach(update::set);
    table.write(
        update.set(UNIT, partition(objective.unit())).set("due", objective.due().toString()));
    return !known;
  }

  /**
   * Keeps a report. The same one again changes nothing; the value is that of the report that speaks
   * of the latest time, in whatever order they come.
   *
   * @return the report that is kept under its name
   */
  public Report report(String id, Report report, @Nullable String key) {
    Outcome outcome =
        table.write(
            Update.of(Map.of("id", "objective " + id, "at", "report " + report.name(key)))
                .set("reportedAt", report.at())
                .set("by", report.by())
                .set("value", report.value().toPlainString())
                .set("note", report.note())
                .ifAbsent("id"));
    Report kept = outcome.written() ? report : ObjectiveItem.report(outcome.item());
    table.write(
        Update.of(key(id))
            .set("value", kept.value().toPlainString())
            .set("valueAt", kept.at())
            .ifAbsentOrAtMost("valueAt", kept.at()));
    return kept;
  }

  /** What was reported of it, the newest first. */
  public List<Report> reports(String id) {
    return table.query("id", "objective " + id).stream()
        .map(ObjectiveItem::report)
        .sorted(Comparator.comparing(Report::at).reversed())
        .toList();
  }

  /** A unit's whose last day comes before this one, the oldest first. */
  Stream<Objective> dueBefore(String unit, String day) {
    Iterator<Item> items = table.before(INDEX, UNIT, partition(unit), "due", day);
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, 0), false)
        .map(ObjectiveItem::read);
  }

  /** A unit's that end on a day. */
  Stream<Objective> dueOn(String unit, String day) {
    return table.with(INDEX, UNIT, partition(unit), "due", day, MOST).stream()
        .map(ObjectiveItem::read);
  }

  private static String partition(String unit) {
    return ALL + " " + unit;
  }

  private static Map<String, String> key(String id) {
    return Map.of("id", ALL, "at", id);
  }
}
