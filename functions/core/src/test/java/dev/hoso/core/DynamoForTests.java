package dev.hoso.core;

import dev.hoso.core.dynamo.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/**
 * DynamoDB Local in this JVM, with tables as {@code template.yaml} has them. One server for all
 * tests of a module.
 */
public final class DynamoForTests {
  private static final AtomicInteger COUNT = new AtomicInteger();

  /** Where the server is, for code that makes its own client. */
  public static final String ENDPOINT = start();

  private static final DynamoDbClient CLIENT = client(override -> {});

  private DynamoForTests() {}

  /** A client of its own, set up otherwise: to watch what goes through it. */
  public static DynamoDbClient client(Consumer<ClientOverrideConfiguration.Builder> override) {
    return DynamoDbClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .endpointOverride(URI.create(ENDPOINT))
        .region(Region.AP_SOUTHEAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .overrideConfiguration(override)
        .build();
  }

  /** An empty table of its own, with the keys and indexes of this resource of the template. */
  public static Table table(String resource) {
    Map<String, ?> table = TemplateTables.properties(resource);
    String name = resource + COUNT.incrementAndGet();
    CLIENT.createTable(
        create -> {
          create
              .tableName(name)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .keySchema(keys(table))
              .attributeDefinitions(
                  TemplateTables.list(table, "AttributeDefinitions").stream()
                      .map(DynamoForTests::definition)
                      .toList());
          List<GlobalSecondaryIndex> indexes =
              TemplateTables.list(table, "GlobalSecondaryIndexes").stream()
                  .map(DynamoForTests::index)
                  .toList();
          if (!indexes.isEmpty()) {
            create.globalSecondaryIndexes(indexes);
          }
        });
    return new Table(CLIENT, name);
  }

  private static AttributeDefinition definition(Map<String, ?> it) {
    return AttributeDefinition.builder()
        .attributeName((String) it.get("AttributeName"))
        .attributeType((String) it.get("AttributeType"))
        .build();
  }

  private static List<KeySchemaElement> keys(Map<String, ?> it) {
    return TemplateTables.list(it, "KeySchema").stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName((String) key.get("AttributeName"))
                    .keyType((String) key.get("KeyType"))
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex index(Map<String, ?> it) {
    @SuppressWarnings("unchecked")
    Map<String, ?> projection = (Map<String, ?>) it.get("Projection");
    @SuppressWarnings("unchecked")
    List<String> more = (List<String>) projection.get("NonKeyAttributes");
    return GlobalSecondaryIndex.builder()
        .indexName((String) it.get("IndexName"))
        .keySchema(keys(it))
        .projection(
            p -> p.projectionType((String) projection.get("ProjectionType")).nonKeyAttributes(more))
        .build();
  }

  private static String start() {
    int port = freePort();
    try {
      ServerRunner.createServerFromCommandLineArgs(
              new String[] {"-inMemory", "-port", Integer.toString(port), "-disableTelemetry"})
          .start();
      return "http://localhost:" + port;
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start", e);
    }
  }

  private static int freePort() {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
