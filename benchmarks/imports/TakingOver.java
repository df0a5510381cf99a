import com.amazonaws.services.lambda.runtime.Context;
import com.sun.management.OperatingSystemMXBean;
import dev.hoso.dossiers.imports.TakingOverHandler;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * How long the taking over of an older system's dossiers takes, and in how little memory: one line
 * in a hundred is no good.
 *
 * <p>{@code prepare <lines>} makes the tables, begins an import and puts its file; {@code measure
 * <lines>} tells the handler of it, as S3 does, and looks at the import.
 */
public final class TakingOver {
  private static final String ID = "BENCHMARK";

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
    String event =
        "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"imports\"},\"object\":{\"key\":\"imports/"
            + ID
            + ".csv\"}}}]}";
    new TakingOverHandler()
        .handleRequest(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            OutputStream.nullOutputStream(),
            endless());
    double seconds = (System.nanoTime() - start) / 1e9;
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
            .map(MemoryPoolMXBean::getPeakUsage)
            .mapToLong(peak -> peak.getUsed())
            .sum();
    Map<String, AttributeValue> item =
        DYNAMO.getItem(get -> get.tableName("Operations").key(key())).item();
    for (String name : List.of("status", "lines", "takenOver", "same", "refused")) {
      AttributeValue value = item.get(name);
      System.err.print(name + " " + (value.s() == null ? value.n() : value.s()) + "  ");
    }
    System.err.printf(
        "%n%d lines: %.1f s, %.0f lines a second; %.1f s of processor; heap at most %d MB of %d%n",
        lines,
        seconds,
        lines / seconds,
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9,
        heap >> 20,
        Runtime.getRuntime().maxMemory() >> 20);
    System.exit(0);
  }

  private static Context endless() {
    return (Context)
        Proxy.newProxyInstance(
            TakingOver.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) -> Integer.MAX_VALUE);
  }

  private static void prepare(int lines) throws Exception {
    table("Operations", "kind", "id", index("due", "owed", "due"));
    table(
        "Dossiers",
        "code",
        null,
        index("openIn", "openIn", "code"),
        index("workedOnIn", "workedOnIn", "code"));
    DYNAMO.putItem(
        put ->
            put.tableName("Operations")
                .item(
                    Map.of(
                        "kind", AttributeValue.fromS("import"),
                        "id", AttributeValue.fromS(ID),
                        "source", AttributeValue.fromS("benchmark"),
                        "mapping", AttributeValue.fromS("one-stop"),
                        "tell", AttributeValue.fromBool(false),
                        "bucket", AttributeValue.fromS("imports"),
                        "status", AttributeValue.fromS("waiting"),
                        "createdAt", AttributeValue.fromS("2026-11-24T08:00:00+07:00"))));
    Path file = Files.createTempFile("import", ".csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(
          "Mã hồ sơ;Mã thủ tục;Mã đơn vị;Hình thức nộp;Chủ hồ sơ;Số điện thoại;Thư điện tử;"
              + "Ngày tiếp nhận;Ngày hẹn trả;Ngày kết thúc xử lý;Trạng thái\n");
      for (int n = 0; n < lines; n++) {
        String unit = n % 100 == 99 ? "NOWHERE" : n % 3 == 0 ? "00004" : "HN-STP";
        boolean done = n % 10 < 9;
        out.write(
            "H26.15-25%02d%02d-%06d;2.000635;%s;Trực tiếp;Nguyễn Thị Hoa;09%08d;hoa%d@example.com;"
                .formatted(n % 12 + 1, n % 28 + 1, n % 1_000_000, unit, n, n)
                + "%02d/%02d/2025 08:15;28/12/2025;%s;%s\n"
                    .formatted(
                        n % 28 + 1,
                        n % 12 + 1,
                        done ? "29/12/2025" : "",
                        done ? "Đã trả kết quả" : "Đang giải quyết"));
      }
    }
    S3Client s3 = s3();
    s3.createBucket(create -> create.bucket("imports"));
    s3.putObject(put -> put.bucket("imports").key("imports/" + ID + ".csv"), file);
    System.out.printf("a file of %d MB%n", Files.size(file) >> 20);
    Files.delete(file);
  }

  private static Map<String, AttributeValue> key() {
    return Map.of("kind", AttributeValue.fromS("import"), "id", AttributeValue.fromS(ID));
  }

  private static void table(
      String name, String hash, String range, GlobalSecondaryIndex... indexes) {
    List<KeySchemaElement> keys = keys(hash, range);
    List<AttributeDefinition> attributes =
        Stream.concat(
                keys.stream(), Stream.of(indexes).flatMap(index -> index.keySchema().stream()))
            .map(KeySchemaElement::attributeName)
            .distinct()
            .map(
                it ->
                    AttributeDefinition.builder()
                        .attributeName(it)
                        .attributeType(ScalarAttributeType.S)
                        .build())
            .toList();
    DYNAMO.createTable(
        create ->
            create
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(keys)
                .globalSecondaryIndexes(indexes)
                .attributeDefinitions(attributes));
  }

  private static GlobalSecondaryIndex index(String name, String hash, String range) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys(hash, range))
        .projection(it -> it.projectionType(ProjectionType.KEYS_ONLY))
        .build();
  }

  private static List<KeySchemaElement> keys(String hash, String range) {
    KeySchemaElement first =
        KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build();
    return range == null
        ? List.of(first)
        : List.of(
            first, KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
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
