package dev.hoso.events;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.Map;

/**
 * One event that one subscriber is to be told.
 *
 * @param flow the subscriber and the dossier: what has one flow is told in order
 * @param attempts so far
 * @param version goes up with every change: whoever claims an attempt holds that version
 * @param due when it is tried next
 * @param leased whether somebody tries it until then
 */
public record Delivery(
    String flow,
    String sequence,
    String dossier,
    long attempts,
    long version,
    Instant due,
    boolean leased) {

  public static Delivery of(Item item) {
    return new Delivery(
        item.text("flow"),
        item.text("sequence"),
        item.text("dossier"),
        item.number("attempts"),
        item.number("version"),
        Time.instant(item.text("due")),
        item.flag("leased"));
  }

  /** What a subscriber hears of a dossier. */
  public static String flow(String subscriber, String dossier) {
    return subscriber + " " + dossier;
  }

  /** Whether it may be tried now. */
  public boolean ready(Instant now) {
    return !due.isAfter(now);
  }

  Map<String, String> key() {
    return Map.of("flow", flow, "sequence", sequence);
  }
}
