package dev.hoso.events;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All events, for as long as they can be asked for again.
 *
 * @param retention how long that is
 */
public record Events(Table table, Duration retention) {
  /** What happens on one day has eight keys in the index; what happens to one dossier has one. */
  static final int EIGHTHS = 8;

  /** Keeps an event; one that comes again stays as it is. */
  public void keep(Event event) {
    table.write(
        Update.of(event.key())
            .set("slot", slot(Time.day(event.time()), Math.floorMod(hash(event), EIGHTHS)))
            .set("at", Time.sortable(event.time()) + " " + event.id())
            .set("body", event.body())
            .set("expires", expires(event).getEpochSecond())
            .ifAbsent("dossier"));
  }

  /** When it is not needed any more. */
  public Instant expires(Event event) {
    return event.time().plus(retention);
  }

  /** The event; empty where it is no longer kept. */
  public Optional<Event> find(String dossier, String sequence) {
    Item item = table.get(Map.of("dossier", dossier, "sequence", sequence));
    return item.isEmpty() ? Optional.empty() : Optional.of(Event.of(item));
  }

  /**
   * What happened in an eighth of a day, in the order of time.
   *
   * @param after the {@code at} to go on behind; empty for the beginning
   */
  public List<Item> of(
      LocalDate day, int eighth, Instant from, Instant to, String after, int limit) {
    String begin = after.isEmpty() ? Time.sortable(from) : after + " ";
    String end = Time.sortable(to) + "~";
    return begin.compareTo(end) > 0
        ? List.of()
        : table.between("byDay", "slot", slot(day, eighth), "at", begin, end, limit);
  }

  /** The events of these keys, in no order. */
  public List<Event> all(List<Item> keys) {
    return table
        .all(
            keys.stream()
                .map(
                    key -> Map.of("dossier", key.text("dossier"), "sequence", key.text("sequence")))
                .toList())
        .stream()
        .map(Event::of)
        .toList();
  }

  private static int hash(Event event) {
    return event.dossier().hashCode();
  }

  private static String slot(LocalDate day, int eighth) {
    return day + "/" + eighth;
  }
}
