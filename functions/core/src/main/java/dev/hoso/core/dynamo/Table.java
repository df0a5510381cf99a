package dev.hoso.core.dynamo;

import dev.hoso.core.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

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

  /** All items in no order, brought as they are asked for. For who must see everything. */
  public Iterator<Item> scan() {
    return scanned(scan -> scan.consistentRead(true));
  }

  /** Takes an item away; one that is not there stays away. */
  public void delete(Map<String, String> key) {
    dynamo.deleteItem(delete -> delete.tableName(name).key(Item.of(key).attributes()));
  }

  /** All items with this partition key, as they are now, in the order of their sort key. */
  public List<Item> query(String keyName, String value) {
    return all(query -> withKey(query, keyName, value).consistentRead(true)).toList();
  }

  /**
   * The items of an index with this key whose sort key sorts before a bound, in its order. They are
   * brought as they are asked for: there may be more of them than memory has room for.
   */
  public Iterator<Item> before(
      String index, String keyName, String value, String sortName, String bound) {
    return all(query ->
            withKeys(query, keyName, value, "#s < :s", sortName, bound).indexName(index))
        .iterator();
  }

  /**
   * Some attributes of all items of a segment of the table, brought as they are asked for. Whole
   * items are read, and paid for.
   */
  public Iterator<Item> scan(int segment, int segments, String... attributes) {
    Map<String, String> names = new HashMap<>();
    for (String attribute : attributes) {
      names.put("#" + attribute, attribute);
    }
    return scanned(
        scan ->
            scan.segment(segment)
                .totalSegments(segments)
                .projectionExpression(String.join(", ", names.keySet()))
                .expressionAttributeNames(names));
  }

  /**
   * The first items of an index with this key whose sort key lies between two bounds, both
   * included, in its order.
   */
  public List<Item> between(
      String index,
      String keyName,
      String value,
      String sortName,
      String from,
      String to,
      int limit) {
    return page(
        query ->
            withRange(query, keyName, value, sortName, from, to).indexName(index).limit(limit));
  }

  /**
   * Items as they are now, in no order; those that are not there are left out.
   *
   * @param keys at most 100, none of them twice
   */
  public List<Item> all(List<Map<String, String>> keys) {
    List<Item> found = new ArrayList<>();
    Map<String, KeysAndAttributes> asked =
        Map.of(
            name,
            KeysAndAttributes.builder()
                .consistentRead(true)
                .keys(keys.stream().map(key -> Item.of(key).attributes()).toList())
                .build());
    while (!asked.isEmpty()) {
      Map<String, KeysAndAttributes> now = asked;
      BatchGetItemResponse answer = dynamo.batchGetItem(get -> get.requestItems(now));
      answer.responses().getOrDefault(name, List.of()).forEach(it -> found.add(new Item(it)));
      // What was too much for one answer is asked for again.
      asked = answer.unprocessedKeys();
    }
    return found;
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
    return page(
        query ->
            withKey(query, keyName, value).indexName(index).scanIndexForward(false).limit(limit));
  }

  /**
   * How many items of an index have these two keys. They are counted where they are; none is
   * brought here.
   */
  public long count(String index, String keyName, String value, String sortName, String sort) {
    return counted(
        query -> withKeys(query, keyName, value, "#s = :s", sortName, sort).indexName(index));
  }

  /** How many items of an index have this key, counted in the same way. */
  public long count(String index, String keyName, String value) {
    return counted(query -> withKey(query, keyName, value).indexName(index));
  }

  /** The items of an index with this key, brought as {@link #before} brings them. */
  public Iterator<Item> all(String index, String keyName, String value) {
    return all(query -> withKey(query, keyName, value).indexName(index)).iterator();
  }

  /**
   * The items of an index with this key, in its order, whose other attribute is not there or does
   * not sort after a bound. They are brought as they are asked for, as {@link #before} brings them.
   */
  public Iterator<Item> ready(
      String index, String keyName, String value, String attribute, String bound) {
    return all(query ->
            withKey(query, keyName, value)
                .indexName(index)
                .filterExpression("attribute_not_exists(#a) OR #a <= :a")
                .expressionAttributeNames(Map.of("#k", keyName, "#a", attribute))
                .expressionAttributeValues(
                    Map.of(":k", AttributeValue.fromS(value), ":a", AttributeValue.fromS(bound))))
        .iterator();
  }

  /** The first items of an index that have these two keys. */
  public List<Item> with(
      String index, String keyName, String value, String sortName, String sort, int limit) {
    return page(
        query ->
            withKeys(query, keyName, value, "#s = :s", sortName, sort)
                .indexName(index)
                .limit(limit));
  }

  /** The first items with this partition key whose sort key begins so, as they are now. */
  public List<Item> beginning(
      String keyName, String value, String sortName, String prefix, int limit) {
    return page(
        query ->
            withKeys(query, keyName, value, "begins_with(#s, :s)", sortName, prefix)
                .consistentRead(true)
                .limit(limit));
  }

  /** All items with this partition key whose sort key lies between two, as they are now. */
  public List<Item> between(String keyName, String value, String sortName, String from, String to) {
    return all(query -> withRange(query, keyName, value, sortName, from, to).consistentRead(true))
        .toList();
  }

  /** The keys of what is owed and due by now, the longest waiting first. */
  public List<Item> due(String owed, Instant now, int limit) {
    return page(
        query ->
            withKeys(query, "owed", owed, "#s <= :s", "due", Time.sortable(now))
                .indexName(DUE)
                .limit(limit));
  }

  /** What one answer holds. */
  private List<Item> page(Consumer<QueryRequest.Builder> query) {
    return dynamo.query(query).items().stream().map(Item::new).toList();
  }

  /** Everything, brought as it is asked for. */
  private Stream<Item> all(Consumer<QueryRequest.Builder> query) {
    return dynamo.queryPaginator(query).items().stream().map(Item::new);
  }

  private Iterator<Item> scanned(Consumer<ScanRequest.Builder> scan) {
    Consumer<ScanRequest.Builder> table = it -> it.tableName(name);
    return dynamo.scanPaginator(table.andThen(scan)).items().stream().map(Item::new).iterator();
  }

  private long counted(Consumer<QueryRequest.Builder> query) {
    return dynamo.queryPaginator(query.andThen(it -> it.select(Select.COUNT))).stream()
        .mapToLong(QueryResponse::count)
        .sum();
  }

  /** With a sort key between two, both included. */
  private QueryRequest.Builder withRange(
      QueryRequest.Builder query,
      String keyName,
      String value,
      String sortName,
      String from,
      String to) {
    return query
        .tableName(name)
        .keyConditionExpression("#k = :k AND #s BETWEEN :from AND :to")
        .expressionAttributeNames(Map.of("#k", keyName, "#s", sortName))
        .expressionAttributeValues(
            Map.of(
                ":k", AttributeValue.fromS(value),
                ":from", AttributeValue.fromS(from),
                ":to", AttributeValue.fromS(to)));
  }

  /** Also by the sort key: {@code #s} is its name, {@code :s} what it is compared with. */
  private QueryRequest.Builder withKeys(
      QueryRequest.Builder query,
      String keyName,
      String value,
      String condition,
      String sortName,
      String sort) {
    return query
        .tableName(name)
        .keyConditionExpression("#k = :k AND " + condition)
        .expressionAttributeNames(Map.of("#k", keyName, "#s", sortName))
        .expressionAttributeValues(
            Map.of(":k", AttributeValue.fromS(value), ":s", AttributeValue.fromS(sort)));
  }

  private QueryRequest.Builder withKey(QueryRequest.Builder query, String keyName, String value) {
    return query
        .tableName(name)
        .keyConditionExpression("#k = :k")
        .expressionAttributeNames(Map.of("#k", keyName))
        .expressionAttributeValues(Map.of(":k", AttributeValue.fromS(value)));
  }
}
