import com.amazonaws.services.lambda.runtime.Context;
import com.sun.management.OperatingSystemMXBean;
import dev.hoso.core.DossierStatus;
import dev.hoso.core.PortalNews;
import dev.hoso.core.PortalPlace;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import dev.hoso.portal.SyncHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * How many dossiers a second one execution sends.
 *
 * <p>{@code prepare <dossiers>} registers them; {@code measure <dossiers>} calls the handler until
 * nothing waits; {@code change <dossiers>} lets all of them come into another status.
 */
public final class Sync {
  public static void main(String[] arguments) {
    int dossiers = Integer.parseInt(arguments[1]);
    DynamoDbClient dynamo = Dynamo.client(Settings.load());
    Table table = new Table(dynamo, "Dossiers");
    switch (arguments[0]) {
      case "prepare" -> {
        makeTables(dynamo);
        write(table, dossiers, 1, DossierStatus.RECEIVED);
      }
      case "change" -> write(table, dossiers, 2, DossierStatus.PROCESSING);
      default -> measure(table, dossiers);
    }
    System.exit(0);
  }

  private static void measure(Table table, int dossiers) {
    SyncHandler handler = new SyncHandler();
    long start = System.nanoTime();
    int executions = 0;
    while (waiting(table) > 0) {
      long began = System.nanoTime();
      handler.handleRequest(
          InputStream.nullInputStream(), OutputStream.nullOutputStream(), context(began));
      executions++;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.err.printf(
        "%d dossiers: %.1f s in %d executions, %.0f dossiers a second; %.1f s of processor%n",
        dossiers,
        seconds,
        executions,
        dossiers / seconds,
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
            / 1e9);
  }

  /** The context of an execution that may take 110 seconds, as in the template. */
  private static Context context(long began) {
    return (Context)
        Proxy.newProxyInstance(
            Sync.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, values) ->
                method.getName().equals("getRemainingTimeInMillis")
                    ? (int) (110_000 - (System.nanoTime() - began) / 1_000_000)
                    : null);
  }

  private static long waiting(Table table) {
    return List.of(PortalPlace.FIRST, PortalPlace.AGAIN).stream()
        .flatMap(place -> place.keys().stream())
        .mapToLong(key -> table.count(PortalPlace.INDEX, PortalPlace.INDEX, key))
        .sum();
  }

  private static void write(Table table, int dossiers, long version, DossierStatus status) {
    IntStream.range(0, dossiers)
        .parallel()
        .mapToObj(n -> "H26.15-261123-" + (100_000 + n))
        .forEach(code -> table.write(change(code, version, status)));
  }

  private static Update change(String code, long version, DossierStatus status) {
    Instant now = Instant.now();
    Update update =
        Update.of(Map.of("code", code))
            .set("procedure", "2.000635")
            .set("unit", "00004")
            .set("channel", "online")
            .set("applicant", Map.of("name", "Nguyễn Thị Hoa", "phone", "+84912345678"))
            .set("receivedAt", now)
            .set("status", status.code())
            .set("statusAt", now)
            .set("version", version);
    PortalNews.owed(update, code, version, now);
    PortalNews.entered(update, List.of(status), now);
    return update;
  }

  private static void makeTables(DynamoDbClient dynamo) {
    dynamo.createTable(
        create ->
            create
                .tableName("Dossiers")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    text("code"), text("portal"), text("portalSince"), text("portalDay"))
                .keySchema(key("code", KeyType.HASH))
                .globalSecondaryIndexes(
                    GlobalSecondaryIndex.builder()
                        .indexName("portal")
                        .keySchema(key("portal", KeyType.HASH), key("portalSince", KeyType.RANGE))
                        .projection(
                            it ->
                                it.projectionType(ProjectionType.INCLUDE)
                                    .nonKeyAttributes("portalDue"))
                        .build(),
                    GlobalSecondaryIndex.builder()
                        .indexName("portalDay")
                        .keySchema(key("portalDay", KeyType.HASH))
                        .projection(it -> it.projectionType(ProjectionType.KEYS_ONLY))
                        .build()));
    dynamo.createTable(
        create ->
            create
                .tableName("Portal")
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("id"), text("entry"))
                .keySchema(key("id", KeyType.HASH), key("entry", KeyType.RANGE)));
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
