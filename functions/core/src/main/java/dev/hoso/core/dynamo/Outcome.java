package dev.hoso.core.dynamo;

/** What became of a conditional write. */
public sealed interface Outcome {
  /**
   * The item after the write, or as it is where nothing was written (empty where there is none).
   */
  Item item();

  /** The conditions held. */
  record Written(Item item) implements Outcome {}

  /** A condition did not hold: the item is as somebody else left it. */
  record Kept(Item item) implements Outcome {}

  default boolean written() {
    return this instanceof Written;
  }
}
