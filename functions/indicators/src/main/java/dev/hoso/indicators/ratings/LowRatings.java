package dev.hoso.indicators.ratings;

import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.core.lambda.Change;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Which low ratings units must still hear of: an item for each in Indicators, which names the
 * dossier and says nothing of it. What was said is read when it is told, so that an erased text is
 * told nobody.
 */
public record LowRatings(Table indicators) {
  static final String OWED = "rating";

  /** Notes a rating that has become low; the same change again notes nothing. */
  public void owe(Change change) {
    LowRating now = LowRating.of(change.after());
    if (now == null || now.at().equals(change.before().timeOrNull("ratedAt"))) {
      return;
    }
    indicators.write(
        Update.of(key(now.dossier(), Time.text(now.at())))
            .set("dossier", now.dossier())
            .set("owed", OWED)
            .set("due", Time.sortable(now.at()))
            .ifAbsent("id"));
  }

  /** Those that are owed, the oldest first. */
  List<Item> due(Instant now, int limit) {
    return indicators.due(OWED, now, limit);
  }

  /** Notes that nothing is owed any more. */
  void settle(Item owed) {
    indicators.write(
        Update.of(Map.of("id", owed.text("id"), "at", owed.text("at")))
            .remove("owed")
            .remove("due"));
  }

  private static Map<String, String> key(String dossier, String ratedAt) {
    return Map.of("id", "rating " + dossier, "at", ratedAt);
  }
}
