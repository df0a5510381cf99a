package dev.hoso.local.streams;

import dev.hoso.local.template.StreamSource;
import dev.hoso.local.template.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * How far each mapping has read each shard. Written after a batch is done, so that a crash repeats
 * the batch and loses nothing.
 */
public final class Checkpoints {
  /** Where they are kept. */
  public static final Table TABLE =
      new Table(
          "LocalCheckpoints",
          Map.of("source", "S", "shard", "S"),
          List.of(new Table.Key("source", "HASH"), new Table.Key("shard", "RANGE")),
          List.of(),
          Optional.empty(),
          Optional.empty());

  private final DynamoDbClient client;

  public Checkpoints(DynamoDbClient client) {
    this.client = client;
  }

  /** The last number that is done. */
  Optional<String> done(StreamSource source, String shard) {
    Map<String, AttributeValue> item =
        client.getItem(request -> request.tableName(TABLE.name()).key(key(source, shard))).item();
    return Optional.ofNullable(item.get("done")).map(AttributeValue::s);
  }

  void write(StreamSource source, String shard, String done) {
    client.updateItem(
        request ->
            request
                .tableName(TABLE.name())
                .key(key(source, shard))
                .updateExpression("SET done = :done")
                .expressionAttributeValues(Map.of(":done", AttributeValue.fromS(done))));
  }

  private static Map<String, AttributeValue> key(StreamSource source, String shard) {
    return Map.of(
        "source", AttributeValue.fromS(source.function() + "." + source.name()),
        "shard", AttributeValue.fromS(shard));
  }
}
