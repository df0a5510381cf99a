package dev.hoso.core.dynamo;

import dev.hoso.core.Time;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** A table, with the few ways in which Hoso reads and writes one. */
public record Table(DynamoDbClient dynamo, String name) {
  /**
   * The sparse index of what is still owed: an item is in it while it has {@code owed} and {@code
   * due}.
   */
  public static final String DUE = "due";

  /** Reads an item as it is now; empty where there is none. */
  public Item get(Map<String, String> key) {
    return new Item(
        dynamo
            .getItem(get -> get.tableName(name).key(Item.of(key).attributes()).consistentRead(true))
            .item());
  }

  public Outcome write(Update update) {
    return update.write(dynamo, name);
  }

  /** All items with this partition key, as they are now, in the order of their sort key. */
  public List<Item> query(String keyName, String value) {
    return dynamo
        .queryPaginator(query -> withKey(query, keyName, value).consistentRead(true))
        .items()
        .stream()
        .map(Item::new)
        .toList();
  }

  /**
   * The first item of an index with this key; empty where there is none (yet: an index follows its
   * table).
   */
  public Item find(String index, String keyName, String value) {
    return newest(index, keyName, value, 1).stream().findFirst().orElse(Item.EMPTY);
  }

  /** The items of an index with this key, the last by the index's sort key first. */
  public List<Item> newest(String index, String keyName, String value, int limit) {
    return dynamo
        .query(
            query ->
                withKey(query, keyName, value)
                    .indexName(index)
                    .scanIndexForward(false)
                    .limit(limit))
        .items()
        .stream()
        .map(Item::new)
        .toList();
  }

  /** The keys of what is owed and due by now, the longest waiting first. */
  public List<Item> due(String owed, Instant now, int limit) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(name)
                    .indexName(DUE)
                    .limit(limit)
                    .keyConditionExpression("#o = :o AND #d <= :d")
                    .expressionAttributeNames(Map.of("#o", "owed", "#d", "due"))
                    .expressionAttributeValues(
                        Map.of(
                            ":o", AttributeValue.fromS(owed),
                            ":d", AttributeValue.fromS(Time.sortable(now)))))
        .items()
        .stream()
        .map(Item::new)
        .toList();
  }

  private QueryRequest.Builder withKey(QueryRequest.Builder query, String keyName, String value) {
    return query
        .tableName(name)
        .keyConditionExpression("#k = :k")
        .expressionAttributeNames(Map.of("#k", keyName))
        .expressionAttributeValues(Map.of(":k", AttributeValue.fromS(value)));
  }
}
