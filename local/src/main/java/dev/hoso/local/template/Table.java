package dev.hoso.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param attributes the keys' attributes and their types
 * @param stream the view type, if the table has a stream
 * @param timeToLive the attribute that says when an item expires
 */
public record Table(
    String name,
    Map<String, String> attributes,
    List<Key> keys,
    List<Index> indexes,
    Optional<String> stream,
    Optional<String> timeToLive) {

  /**
   * A part of a key.
   *
   * @param type {@code HASH} or {@code RANGE}
   */
  public record Key(String attribute, String type) {}

  /**
   * A secondary index.
   *
   * @param local whether it shares the table's hash key
   * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
   */
  public record Index(
      String name, boolean local, List<Key> keys, String projection, List<String> included) {}
}
