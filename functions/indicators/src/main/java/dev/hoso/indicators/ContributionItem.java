package dev.hoso.indicators;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Update;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A contribution as an item: what was counted, so that it counts once. */
final class ContributionItem {
  /** The index of open dossiers by unit and promised day. */
  static final String INDEX = "open";

  /** Goes up with every write, and every write says which one it follows. */
  private static final String STEP = "step";

  private static final String AT = "counted";

  private ContributionItem() {}

  static Map<String, String> key(String source) {
    return Map.of("id", source, "at", AT);
  }

  static boolean is(Item item) {
    return item.text("at").equals(AT);
  }

  static long step(Item item) {
    return item.numberOr(STEP, 0);
  }

  /** Writes it in the place of what was read as this step; 0 where nothing was there. */
  static Update update(Contribution now, long step) {
    Cell cell = now.cell();
    Bucket open = now.open();
    String due = open == null ? null : open.day().map(LocalDate::toString).orElse(null);
    LocalDate stopped = open == null ? null : open.stopped();
    Update update =
        Update.of(key(now.source()))
            .set("version", now.version().own())
            .set("portal", now.version().portal())
            .set("unit", cell.unit())
            .set("procedure", cell.procedure())
            .set("role", now.role())
            .set("counts", counts(now.counts()))
            .set("open", open == null ? null : open.name())
            .set("stopped", stopped == null ? null : stopped.toString())
            .set("openUnit", due == null ? null : cell.unit())
            .set("due", due)
            .set(STEP, step + 1);
    return step == 0 ? update.ifAbsent(STEP) : update.ifEquals(STEP, step);
  }

  static Contribution read(Item item) {
    String open = item.textOrNull("open");
    String stopped = item.textOrNull("stopped");
    return new Contribution(
        item.text("id"),
        new Version(item.number("version"), item.number("portal")),
        new Cell(item.text("unit"), item.textOrNull("procedure")),
        item.textOrNull("role"),
        counts(item.map("counts")),
        open == null ? null : new Bucket(open, stopped == null ? null : LocalDate.parse(stopped)));
  }

  private static Map<String, Map<String, Long>> counts(SortedMap<LocalDate, Counts> counts) {
    Map<String, Map<String, Long>> days = new TreeMap<>();
    counts.forEach((day, of) -> days.put(day.toString(), of.all()));
    return days;
  }

  private static SortedMap<LocalDate, Counts> counts(Item days) {
    SortedMap<LocalDate, Counts> counts = new TreeMap<>();
    days.attributes().keySet().forEach(day -> counts.put(LocalDate.parse(day), of(days.map(day))));
    return counts;
  }

  /** The numbers of an item. */
  static Counts of(Item item) {
    SortedMap<String, Long> numbers = new TreeMap<>();
    for (Map.Entry<String, AttributeValue> entry : item.attributes().entrySet()) {
      String number = entry.getValue().n();
      if (number != null) {
        numbers.put(entry.getKey(), Long.valueOf(number));
      }
    }
    return new Counts(numbers);
  }
}
