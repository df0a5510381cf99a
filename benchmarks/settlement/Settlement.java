import com.sun.management.OperatingSystemMXBean;
import dev.hoso.payments.SettlementHandler;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * How long a day's settlement file takes, and in how little memory: a tenth of its payments we had
 * not heard of, one line in a thousand names a payment of nobody's.
 *
 * <p>{@code prepare <lines>} fills the tables and puts the file; {@code measure <lines>} tells the
 * handler of it, as S3 does, and looks at the report.
 */
public final class Settlement {
  private static final String KEY = "settlements/standard/2026-11-23.csv";

  public static void main(String[] arguments) throws Exception {
    int lines = Integer.parseInt(arguments[1]);
    if (arguments[0].equals("prepare")) {
      prepare(lines);
    } else {
      measure(lines);
    }
  }

  private static void measure(int lines) throws Exception {
    long start = System.nanoTime();
    SettlementHandler handler = new SettlementHandler();
    String event =
        "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"settlements\"},\"object\":{\"key\":\""
            + KEY
            + "\"}}}]}";
    handler.handleRequest(
        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
        OutputStream.nullOutputStream(),
        null);
    double seconds = (System.nanoTime() - start) / 1e9;
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(peak -> peak.getUsed())
            .sum();
    String summary =
        s3().getObjectAsBytes(
                get -> get.bucket("settlements").key("reports/standard/2026-11-23.summary.json"))
            .asUtf8String();
    System.err.println(summary.substring(0, summary.indexOf("\"differences\":[")));
    System.err.printf(
        "%d lines: %.1f s, %.0f lines a second; %.1f s of processor; heap at most %d MB of %d%n",
        lines,
        seconds,
        lines / seconds,
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9,
        heap >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
    System.exit(0);
  }

  private static void prepare(int lines) {
    makeTables();
    IntStream.range(0, (lines + 24) / 25)
        .parallel()
        .forEach(
            portion ->
                put(IntStream.range(portion * 25, Math.min(lines, portion * 25 + 25)).toArray()));
    StringBuilder file = new StringBuilder("reference,amount,currency,transactionId,kind,at,fee\n");
    for (int n = 0; n < lines; n++) {
      String reference = n % 1000 == 999 ? "NOBODY" + n : "TT" + n;
      file.append(reference)
          .append(",50000,VND,T")
          .append(n)
          .append(",payment,2026-11-23T14:30:05+07:00,550\n");
    }
    s3().createBucket(create -> create.bucket("settlements"));
    s3().putObject(
            put -> put.bucket("settlements").key(KEY), RequestBody.fromString(file.toString()));
    System.out.printf("%d payments, a file of %d MB%n", lines, file.length() >> 20);
  }

  private static void put(int[] numbers) {
    List<WriteRequest> puts = new ArrayList<>();
    for (int n : numbers) {
      PutRequest put = PutRequest.builder().item(payment(n)).build();
      puts.add(WriteRequest.builder().putRequest(put).build());
    }
    DYNAMO.batchWriteItem(write -> write.requestItems(Map.of("Payments", puts)));
  }

  /** As the API and a webhook leave it. */
  private static Map<String, AttributeValue> payment(int n) {
    Map<String, AttributeValue> item = new java.util.HashMap<>();
    Map.of(
            "id", "standard/TT" + n,
            "gateway", "standard",
            "reference", "TT" + n,
            "dossier", "H26.15-261123-" + (10_000 + n),
            "procedure", "1.001193",
            "unit", "01",
            "currency", "VND",
            "description", "Le phi ho so H26.15-261123-" + (10_000 + n),
            "receipt", "RECEIPT000000000" + n,
            "payUrl", "https://pay.example/RECEIPT000000000" + n)
        .forEach((name, text) -> item.put(name, AttributeValue.fromS(text)));
    item.put("createdAt", AttributeValue.fromS("2026-11-23T13:30:00+07:00"));
    item.put("expiresAt", AttributeValue.fromS("2026-11-24T13:30:00+07:00"));
    item.put("amount", AttributeValue.fromN("50000"));
    if (n % 10 == 0) {
      item.put("status", AttributeValue.fromS("pending"));
      item.put("version", AttributeValue.fromN("1"));
      item.put("owed", AttributeValue.fromS("payment"));
      item.put("due", AttributeValue.fromS("2026-11-24T07:30:00Z"));
    } else {
      item.put("status", AttributeValue.fromS("paid"));
      item.put("version", AttributeValue.fromN("2"));
      item.put("paidAt", AttributeValue.fromS("2026-11-23T14:30:05+07:00"));
      item.put("gatewayTransactionId", AttributeValue.fromS("T" + n));
      item.put("confirmedBy", AttributeValue.fromS("webhook"));
      item.put("unsettled", AttributeValue.fromS("standard/" + Math.floorMod(("TT" + n).hashCode(), 8)));
    }
    return item;
  }

  private static void makeTables() {
    table("Anomalies", index("byDay", "day", "lastSeenAt", ProjectionType.ALL));
    table(
        "Payments",
        index("byReceipt", "receipt", null, ProjectionType.KEYS_ONLY),
        index("byDossier", "dossier", "createdAt", ProjectionType.KEYS_ONLY),
        index("due", "owed", "due", ProjectionType.KEYS_ONLY),
        index("unsettled", "unsettled", "paidAt", ProjectionType.KEYS_ONLY));
  }

  private static void table(String name, GlobalSecondaryIndex... indexes) {
    List<String> names = new ArrayList<>(List.of("id"));
    for (GlobalSecondaryIndex index : indexes) {
      index.keySchema().forEach(key -> names.add(key.attributeName()));
    }
    DYNAMO.createTable(
        create ->
            create
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key("id", KeyType.HASH))
                .globalSecondaryIndexes(indexes)
                .attributeDefinitions(names.stream().distinct().map(Settlement::text).toList()));
  }

  private static GlobalSecondaryIndex index(
      String name, String hash, String range, ProjectionType projection) {
    List<KeySchemaElement> keys = new ArrayList<>(List.of(key(hash, KeyType.HASH)));
    if (range != null) {
      keys.add(key(range, KeyType.RANGE));
    }
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys)
        .projection(it -> it.projectionType(projection))
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static final DynamoDbClient DYNAMO =
      DynamoDbClient.builder()
          .httpClientBuilder(UrlConnectionHttpClient.builder())
          .endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL_DYNAMODB")))
          .build();

  private static S3Client s3() {
    return S3Client.builder()
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .endpointOverride(URI.create(System.getenv("AWS_ENDPOINT_URL_S3")))
        .forcePathStyle(true)
        .build();
  }
}
