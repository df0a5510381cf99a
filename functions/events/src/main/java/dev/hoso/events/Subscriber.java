package dev.hoso.events;

import dev.hoso.core.EmailAddress;
import dev.hoso.core.dynamo.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTTPS endpoint that is told what happens to dossiers.
 *
 * @param wish where, and what of all
 * @param secrets that calls are signed with: one, or during a rotation the new one and the old
 * @param health how it has been doing
 */
public record Subscriber(String id, Wish wish, Keys secrets, Health health, Instant createdAt) {

  /**
   * What was asked for.
   *
   * @param types of events; empty for all
   * @param units whose dossiers; empty for all
   * @param owner who hears of it when the endpoint is disabled
   * @param agreement under which events are given to the owner, as the operator names it
   */
  public record Wish(
      String url, List<String> types, List<String> units, EmailAddress owner, String agreement) {
    public Wish {
      types = List.copyOf(types);
      units = List.copyOf(units);
    }

    public boolean wants(Event event) {
      return (types.isEmpty() || types.contains(event.type()))
          && (units.isEmpty() || units.contains(event.unit()));
    }
  }

  /**
   * The secrets.
   *
   * @param previous the one before; null where there was none
   * @param previousUntil until when calls are signed with it as well
   */
  public record Keys(Secret current, @Nullable Secret previous, @Nullable Instant previousUntil) {
    /** Those that are valid now, the newest first. */
    public List<Secret> at(Instant now) {
      List<Secret> valid = new ArrayList<>(List.of(current));
      if (previous != null && previousUntil != null && now.isBefore(previousUntil)) {
        valid.add(previous);
      }
      return valid;
    }
  }

  /**
   * How an endpoint has been doing.
   *
   * @param failures in a row
   * @param failingSince the first of these; null where the last call was taken
   * @param restsUntil when it is called next, after several failures; null where it may be
   * @param disabled why it is called no more; null where it is
   * @param untold whether its owner has not been told that yet
   */
  public record Health(
      @Nullable Instant lastSuccessAt,
      long failures,
      @Nullable Instant failingSince,
      @Nullable Instant restsUntil,
      @Nullable Disabled disabled,
      @Nullable Instant disabledAt,
      boolean untold) {}

  public static Subscriber of(Item item) {
    return new Subscriber(
        item.text("id"),
        new Wish(
            item.text("url"),
            texts(item, "types"),
            texts(item, "units"),
            new EmailAddress(item.text("owner")),
            item.text("agreement")),
        new Keys(
            new Secret(item.text("secret")),
            item.has("previousSecret") ? new Secret(item.text("previousSecret")) : null,
            item.timeOrNull("previousUntil")),
        health(item),
        item.time("createdAt"));
  }

  private static Health health(Item item) {
    String disabled = item.textOrNull("disabled");
    return new Health(
        item.timeOrNull("lastSuccessAt"),
        item.numberOr("failures", 0),
        item.timeOrNull("failingSince"),
        item.timeOrNull("restsUntil"),
        disabled == null ? null : Disabled.of(disabled),
        item.timeOrNull("disabledAt"),
        item.flag("untold"));
  }

  /** Types and units have no spaces; our items know no lists of texts. */
  private static List<String> texts(Item item, String name) {
    String all = item.textOrNull(name);
    return all == null ? List.of() : List.of(all.split(" "));
  }

  public boolean enabled() {
    return health.disabled() == null;
  }

  /** Whether it may be called now. */
  public boolean ready(Instant now) {
    Instant until = health.restsUntil();
    return enabled() && (until == null || !now.isBefore(until));
  }

  @Override
  public String toString() {
    return "Subscriber[" + id + "]";
  }
}
