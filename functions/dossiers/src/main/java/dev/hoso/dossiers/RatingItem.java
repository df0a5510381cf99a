package dev.hoso.dossiers;

import dev.hoso.core.dynamo.Item;
import dev.hoso.dossiers.Rating.About;
import dev.hoso.dossiers.Rating.Moderation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rating among the attributes of its dossier. While it has a text, {@code ratingText} and {@code
 * ratingState} put it into the index {@code ratings}.
 */
public final class RatingItem {
  private RatingItem() {}

  static Map<String, @Nullable Object> attributes(@Nullable Rating rating) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    Moderation moderation = rating == null ? null : rating.moderation();
    About about = rating == null ? null : rating.about();
    all.put("rating", rating == null ? null : rating.value());
    all.put("ratedAt", rating == null ? null : rating.at());
    all.put("ratedFirstAt", rating == null ? null : rating.firstAt());
    all.put("ratingAbout", about == null ? null : about.code());
    all.put("ratingText", rating == null ? null : rating.text());
    all.put("ratingState", moderation == null ? null : moderation.state().code());
    all.put("moderatedBy", moderation == null ? null : moderation.by());
    all.put("moderatedAt", moderation == null ? null : moderation.at());
    return all;
  }

  /** The rating of a dossier's item; null where there is none. */
  public static @Nullable Rating read(Item item) {
    if (!item.has("rating")) {
      return null;
    }
    return new Rating(
        (int) item.number("rating"),
        about(item.textOrNull("ratingAbout")),
        item.textOrNull("ratingText"),
        item.time("ratedAt"),
        item.time("ratedFirstAt"),
        moderation(item));
  }

  private static @Nullable Moderation moderation(Item item) {
    String state = item.textOrNull("ratingState");
    return state == null
        ? null
        : new Moderation(
            state(state), item.textOrNull("moderatedBy"), item.timeOrNull("moderatedAt"));
  }

  private static Moderation.State state(String code) {
    return Arrays.stream(Moderation.State.values())
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  /** The word's meaning; null where nothing was said, or a word that is none. */
  public static @Nullable About about(@Nullable String code) {
    return Arrays.stream(About.values())
        .filter(it -> it.code().equals(code))
        .findFirst()
        .orElse(null);
  }
}
