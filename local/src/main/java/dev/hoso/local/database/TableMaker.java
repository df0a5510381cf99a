package dev.hoso.local.database;

import dev.hoso.local.StartupProblem;
import dev.hoso.local.template.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Makes the template's tables; those of an earlier run are kept and brought up to date. */
public final class TableMaker {
  private final DynamoDbClient client;

  public TableMaker(DynamoDbClient client) {
    this.client = client;
  }

  /**
   * Makes the table, or adds to it what the template has and it has not.
   *
   * @throws StartupProblem if the table's keys are not the template's
   */
  public void make(Table table) {
    try {
      bringUpToDate(
          client.describeTable(request -> request.tableName(table.name())).table(), table);
    } catch (ResourceNotFoundException e) {
      create(table);
    }
    table.timeToLive().ifPresent(attribute -> expire(table.name(), attribute));
  }

  private void create(Table table) {
    client.createTable(
        request -> {
          request
              .tableName(table.name())
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .attributeDefinitions(attributes(table))
              .keySchema(keys(table.keys()));
          List<GlobalSecondaryIndex> global = globalIndexes(table);
          List<LocalSecondaryIndex> local = localIndexes(table);
          if (!global.isEmpty()) {
            request.globalSecondaryIndexes(global);
          }
          if (!local.isEmpty()) {
            request.localSecondaryIndexes(local);
          }
          table.stream().ifPresent(view -> request.streamSpecification(stream(view)));
        });
    client.waiter().waitUntilTableExists(request -> request.tableName(table.name()));
  }

  private void bringUpToDate(TableDescription there, Table table) {
    if (!there.keySchema().equals(keys(table.keys()))) {
      throw new StartupProblem(
          "The table "
              + table.name()
              + " of an earlier run has other keys than the template's:"
              + " use another folder for HOSO_DATA");
    }
    if (there.latestStreamArn() == null && table.stream().isPresent()) {
      client.updateTable(
          request ->
              request.tableName(table.name()).streamSpecification(stream(table.stream().get())));
    }
    Set<String> present =
        there.globalSecondaryIndexes().stream()
            .map(GlobalSecondaryIndexDescription::indexName)
            .collect(Collectors.toSet());
    globalIndexes(table).stream()
        .filter(index -> !present.contains(index.indexName()))
        .forEach(index -> add(table, index));
  }

  private void add(Table table, GlobalSecondaryIndex index) {
    CreateGlobalSecondaryIndexAction create =
        CreateGlobalSecondaryIndexAction.builder()
            .indexName(index.indexName())
            .keySchema(index.keySchema())
            .projection(index.projection())
            .build();
    client.updateTable(
        UpdateTableRequest.builder()
            .tableName(table.name())
            .attributeDefinitions(attributes(table))
            .globalSecondaryIndexUpdates(
                GlobalSecondaryIndexUpdate.builder().create(create).build())
            .build());
  }

  private void expire(String table, String attribute) {
    TimeToLiveStatus status =
        client
            .describeTimeToLive(request -> request.tableName(table))
            .timeToLiveDescription()
            .timeToLiveStatus();
    if (status != TimeToLiveStatus.ENABLED) {
      client.updateTimeToLive(
          request ->
              request
                  .tableName(table)
                  .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(true)));
    }
  }

  private static List<AttributeDefinition> attributes(Table table) {
    return table.attributes().entrySet().stream()
        .map(
            one ->
                AttributeDefinition.builder()
                    .attributeName(one.getKey())
                    .attributeType(one.getValue())
                    .build())
        .toList();
  }

  private static List<KeySchemaElement> keys(List<Table.Key> keys) {
    return keys.stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(key.attribute())
                    .keyType(key.type())
                    .build())
        .toList();
  }

  private static List<GlobalSecondaryIndex> globalIndexes(Table table) {
    return table.indexes().stream()
        .filter(index -> !index.local())
        .map(
            index ->
                GlobalSecondaryIndex.builder()
                    .indexName(index.name())
                    .keySchema(keys(index.keys()))
                    .projection(projection(index))
                    .build())
        .toList();
  }

  private static List<LocalSecondaryIndex> localIndexes(Table table) {
    return table.indexes().stream()
        .filter(Table.Index::local)
        .map(
            index ->
                LocalSecondaryIndex.builder()
                    .indexName(index.name())
                    .keySchema(keys(index.keys()))
                    .projection(projection(index))
                    .build())
        .toList();
  }

  private static Projection projection(Table.Index index) {
    Projection.Builder projection = Projection.builder().projectionType(index.projection());
    return index.included().isEmpty()
        ? projection.build()
        : projection.nonKeyAttributes(index.included()).build();
  }

  private static StreamSpecification stream(String view) {
    return StreamSpecification.builder().streamEnabled(true).streamViewType(view).build();
  }
}
