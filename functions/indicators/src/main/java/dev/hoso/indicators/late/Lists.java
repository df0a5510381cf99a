package dev.hoso.indicators.late;

import dev.hoso.core.JsonTypes;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import io.avaje.jsonb.JsonType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lists as they are kept: a week's first one stays as it is. Its units lie beside it, under the
 * name of the run that made it, and the item that names the run is written last: so there is either
 * all of a list or none.
 */
public record Lists(Table table) {
  private static final JsonType<WeeklyList> LISTS = JsonTypes.of(WeeklyList.class);
  private static final JsonType<UnitLate> UNITS = JsonTypes.of(UnitLate.class);

  /** Sorts before every week. */
  private static final String LATEST = "late latest";

  /** The list of a week. */
  public Optional<WeeklyList> find(Week week) {
    Item item = table.get(key(week, "list"));
    return item.isEmpty() ? Optional.empty() : Optional.of(read(week, item));
  }

  /** The week of the newest list. */
  public Optional<Week> latest() {
    return Optional.ofNullable(table.get(Map.of("id", LATEST, "at", "list")).textOrNull("week"))
        .map(Week::parse);
  }

  /** Keeps a list and gives the one that is kept: another one where the week had one already. */
  WeeklyList keep(Week week, WeeklyList list, String run) {
    List<UnitLate> units = list.units();
    for (int n = 0; n < units.size(); n++) {
      table.write(
          Update.of(key(week, "%s %05d".formatted(run, n)))
              .set("unit", UNITS.toJson(units.get(n))));
    }
    WeeklyList head =
        new WeeklyList(
            list.week(),
            list.day(),
            list.madeAt(),
            list.late(),
            list.lastWeek(),
            List.of(),
            list.better());
    table.write(
        Update.of(key(week, "list"))
            .set("list", LISTS.toJson(head))
            .set("run", run)
            .ifAbsent("run"));
    table.write(Update.of(Map.of("id", LATEST, "at", "list")).set("week", week.toString()));
    return find(week).orElseThrow();
  }

  /** Whether somebody was told already. */
  boolean told(String of, String whom) {
    return !table.get(Map.of("id", of, "at", "told " + whom)).isEmpty();
  }

  /** Notes that somebody was told. */
  void noteTold(String of, String whom, Instant at) {
    table.write(Update.of(Map.of("id", of, "at", "told " + whom)).set("toldAt", at));
  }

  static String id(Week week) {
    return "late " + week;
  }

  private WeeklyList read(Week week, Item item) {
    WeeklyList head = LISTS.fromJson(item.text("list"));
    String run = item.text("run");
    List<UnitLate> units = new ArrayList<>();
    for (Item unit : table.between("id", id(week), "at", run + " ", run + " :")) {
      units.add(UNITS.fromJson(unit.text("unit")));
    }
    return new WeeklyList(
        head.week(), head.day(), head.madeAt(), head.late(), head.lastWeek(), units, head.better());
  }

  private static Map<String, String> key(Week week, String at) {
    return Map.of("id", id(week), "at", at);
  }
}
