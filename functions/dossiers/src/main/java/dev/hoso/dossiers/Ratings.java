package dev.hoso.dossiers;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import java.util.List;
import java.util.Objects;

/**
 * Ratings with words, by what became of these: the index {@code ratings} of the dossiers.
 *
 * @param table Dossiers
 */
public record Ratings(Table table) {
  private static final String INDEX = "ratings";

  /** A rating and whose it is. */
  public record Found(String dossier, String unit, String procedure, Rating rating) {
    private static Found of(Item item) {
      return new Found(
          item.text("code"),
          item.text("unit"),
          item.text("procedure"),
          Objects.requireNonNull(RatingItem.read(item)));
    }
  }

  /** The newest ones whose words stand so. */
  public List<Found> newest(Rating.Moderation.State state, int limit) {
    return table.newest(INDEX, "ratingState", state.code(), limit).stream().map(Found::of).toList();
  }
}
