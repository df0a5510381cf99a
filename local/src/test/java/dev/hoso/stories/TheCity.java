package dev.hoso.stories;

import dev.hoso.local.LocalRuntime;
import dev.hoso.local.Options;
import dev.hoso.local.functions.FunctionError;
import dev.hoso.local.functions.FunctionTimeout;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One runtime for all stories, started by the first that needs it and ended with the JVM. */
final class TheCity {
  /** The template that is deployed. */
  static final Path TEMPLATE = Path.of("..", "template.yaml").toAbsolutePath().normalize();

  private static final LocalRuntime RUNTIME = LocalRuntime.start(Options.of(TEMPLATE));
  private static final City CITY = new City(RUNTIME.address());
  private static final DynamoDbClient DYNAMO = dynamo(RUNTIME.databaseAddress());

  private TheCity() {}

  static City running() {
    return CITY;
  }

  /** Hands a function an event as it is, and gives its answer. */
  static String invoke(String function, String event) {
    try {
      return new String(
          RUNTIME.invoke(function, event.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    } catch (FunctionError | FunctionTimeout | InterruptedException e) {
      throw new AssertionError(function + " failed", e);
    }
  }

  /** Goes two days on, does this, and returns to real time. */
  static void dayAfterTomorrow(Runnable story) {
    City.ok(CITY.post("/local/clock", "{\"advance\":\"P2D\"}"));
    try {
      story.run();
    } finally {
      City.ok(CITY.post("/local/clock", "{}"));
    }
  }

  /** Writes an item as no function of ours would. */
  static void write(String table, Map<String, AttributeValue> item) {
    DYNAMO.putItem(put -> put.tableName(table).item(item));
  }

  /** An item as it is stored. */
  static Map<String, AttributeValue> read(String table, Map<String, String> key) {
    Map<String, AttributeValue> attributes =
        key.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, it -> AttributeValue.fromS(it.getValue())));
    return DYNAMO.getItem(get -> get.tableName(table).key(attributes).consistentRead(true)).item();
  }

  /** A runtime of its own that asks for tokens. */
  static Guarded guarded() {
    LocalRuntime runtime = LocalRuntime.start(Options.of(TEMPLATE).withAuth());
    return new Guarded(new City(runtime.address()), runtime);
  }

  /** A runtime of its own, whose clock nobody else moves. */
  static Guarded alone() {
    LocalRuntime runtime = LocalRuntime.start(Options.of(TEMPLATE));
    return new Guarded(new City(runtime.address()), runtime);
  }

  /** A city of a test's own; to be closed. */
  record Guarded(City city, LocalRuntime runtime) implements AutoCloseable {
    @Override
    public void close() {
      runtime.close();
    }
  }

  private static DynamoDbClient dynamo(URI address) {
    return DynamoDbClient.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .endpointOverride(address)
        .region(Region.AP_SOUTHEAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .build();
  }
}
