package dev.hoso.core.lambda;

import dev.hoso.core.dynamo.Item;
import dev.hoso.core.lambda.StreamEvent.Attribute;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of one item: what it was and what it became. Their difference is the domain event.
 *
 * @param before empty where the item is new
 * @param after empty where the item is gone
 */
public record Change(Item before, Item after) {
  /** Reads the images of an event. */
  public static Change of(StreamEvent.Images images) {
    return new Change(item(images.oldImage()), item(images.newImage()));
  }

  /**
   * Whether it is news: what a consumer has no part in (that money was settled, that the portal has
   * it) is written without raising the item's version.
   */
  public boolean raisesVersion() {
    return before.isEmpty()
        || after.isEmpty()
        || before.number("version") != after.number("version");
  }

  private static Item item(@Nullable Map<String, Attribute> image) {
    return image == null ? Item.EMPTY : new Item(Attribute.values(image));
  }
}
