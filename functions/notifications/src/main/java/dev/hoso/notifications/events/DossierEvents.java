package dev.hoso.notifications.events;

import dev.hoso.core.EventType;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a dossier means for other systems, in the order in which it happened: what was
 * registered, then money, then results, then where the dossier stands by that.
 *
 * <p>Only what is named here leaves: names, contacts and what officers wrote in their own words
 * ({@code statusReason}, {@code revocationReason}, a result's title) may tell of a person, and the
 * address of a receipt is a secret.
 */
final class DossierEvents {
  private final String source;
  private final Item before;
  private final Item after;
  private final List<DossierEvent> events = new ArrayList<>();

  private DossierEvents(String source, Change change) {
    this.source = source;
    this.before = change.before();
    this.after = change.after();
  }

  /**
   * The events of a change.
   *
   * @param source see {@link DossierEvent}
   */
  static List<DossierEvent> of(String source, Change change) {
    return change.after().isEmpty() ? List.of() : new DossierEvents(source, change).all();
  }

  private List<DossierEvent> all() {
    if (before.isEmpty()) {
      add(EventType.REGISTERED, "", registered());
    } else {
      refiled();
    }
    if (after.has("receivedAt") && !before.has("receivedAt")) {
      add(
          EventType.RECEIVED,
          "",
          Data.of("receivedAt", time("receivedAt"), "dueAt", time("dueAt")));
    }
    FeeEvents.between(before.map("payments"), after.map("payments"), this::add);
    ResultEvents.between(before.map("results"), after.map("results"), this::add);
    if (!before.isEmpty()) {
      advanced();
    }
    if (after.has("erasedAt") && !before.has("erasedAt")) {
      add(EventType.ERASED, "", Data.of("erasedAt", time("erasedAt")));
    }
    return events;
  }

  /** Of a dossier that was taken over from an older system, the import is named. */
  private Map<String, @Nullable Object> registered() {
    return Data.of("channel", after.text("channel"), "imported", after.textOrNull("imported"));
  }

  private void refiled() {
    if (changed("procedure") || changed("channel")) {
      add(EventType.AMENDED, "", Data.of("channel", after.text("channel")));
    }
    if (changed("unit") || changed("responsible")) {
      Map<String, @Nullable Object> data = Data.of("fromUnit", before.text("unit"));
      Item responsible = after.map("responsible");
      if (!responsible.isEmpty()) {
        data.put(
            "responsible",
            Data.of("unit", responsible.text("unit"), "role", responsible.text("role")));
      }
      add(EventType.TRANSFERRED, "", data);
    }
  }

  private void advanced() {
    if (before.number("statusVersion") < after.number("statusVersion")) {
      Long through = after.has("statusThrough") ? after.number("statusThrough") : null;
      add(
          EventType.STATUS_CHANGED,
          "",
          Data.of(
              "fromStatus",
              before.number("status"),
              "throughStatus",
              through,
              "statusAt",
              time("statusAt")));
    }
    // When it was received, that has said for when it is promised.
    if (before.has("receivedAt") && changed("dueAt")) {
      add(EventType.DEADLINE_CHANGED, "", Data.of("dueAt", time("dueAt")));
    }
  }

  private boolean changed(String name) {
    return !Objects.equals(before.attributes().get(name), after.attributes().get(name));
  }

  private @Nullable Instant time(String name) {
    return after.timeOrNull(name);
  }

  private void add(EventType type, String what, Map<String, @Nullable Object> data) {
    events.add(DossierEvent.of(source, after, events.size(), type, what, data));
  }

  /** Takes an event. */
  @FunctionalInterface
  interface Sink {
    void add(EventType type, String what, Map<String, @Nullable Object> data);
  }
}
