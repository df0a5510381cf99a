package dev.hoso.events;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A period that a subscriber wants to hear again, and how far that is.
 *
 * @param slot which eighth of which day is next, counted from the first day of the period
 * @param after the last event of it that was dealt with; empty where none was
 */
public record Replay(String subscriber, Instant from, Instant to, long slot, String after) {
  public static Replay of(Item item) {
    String after = item.textOrNull("after");
    return new Replay(
        item.text("id"),
        item.time("from"),
        item.time("to"),
        item.number("slot"),
        after == null ? "" : after);
  }

  public LocalDate day() {
    return Time.day(from).plusDays(slot / Events.EIGHTHS);
  }

  public int eighth() {
    return (int) (slot % Events.EIGHTHS);
  }

  public boolean over() {
    return day().isAfter(Time.day(to));
  }

  public Replay behind(String last) {
    return new Replay(subscriber, from, to, slot, last);
  }

  public Replay nextSlot() {
    return new Replay(subscriber, from, to, slot + 1, "");
  }
}
