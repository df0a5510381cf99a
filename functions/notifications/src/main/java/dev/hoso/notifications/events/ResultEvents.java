package dev.hoso.notifications.events;

import dev.hoso.core.EventType;
import dev.hoso.core.dynamo.Item;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What happened to a dossier's electronic results. What never went out concerns nobody else. */
final class ResultEvents {
  /** KQ2 before KQ10. */
  private static final Comparator<String> BY_NUMBER =
      Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private ResultEvents() {}

  /** Tells the difference of two maps of results, in the order of their numbers. */
  static void between(Item before, Item after, DossierEvents.Sink sink) {
    TreeSet<String> numbers = new TreeSet<>(BY_NUMBER);
    numbers.addAll(after.attributes().keySet());
    for (String number : numbers) {
      of(number, before.map(number), after.map(number), sink);
    }
  }

  private static void of(String number, Item before, Item after, DossierEvents.Sink sink) {
    if (!after.has("issuedAt")) {
      return;
    }
    if (!before.has("issuedAt")) {
      sink.add(EventType.RESULT_ISSUED, number, issued(number, after));
    }
    String successor = after.textOrNull("supersededBy");
    if (successor != null && !successor.equals(before.textOrNull("supersededBy"))) {
      sink.add(
          EventType.RESULT_SUPERSEDED,
          number,
          Data.of("result", number, "supersededBy", successor));
    }
    if (after.has("revokedAt") && !before.has("revokedAt")) {
      sink.add(
          EventType.RESULT_REVOKED,
          number,
          Data.of("result", number, "revokedAt", after.timeOrNull("revokedAt")));
    }
  }

  private static Map<String, @Nullable Object> issued(String number, Item result) {
    return Data.of(
        "result",
        number,
        "issuedAt",
        result.timeOrNull("issuedAt"),
        "replaces",
        result.textOrNull("replaces"));
  }
}
