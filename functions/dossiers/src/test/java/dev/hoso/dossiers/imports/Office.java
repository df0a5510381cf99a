package dev.hoso.dossiers.imports;

import com.amazonaws.services.lambda.runtime.Context;
import dev.hoso.core.BucketForTests;
import dev.hoso.core.DynamoForTests;
import dev.hoso.core.Settings;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.web.ApiAnswer;
import dev.hoso.core.web.ApiCall;
import dev.hoso.core.web.ApiFunctions;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import io.micronaut.function.aws.proxy.payload2.APIGatewayV2HTTPEventFunction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Whoever takes an older system over: its API, its bucket, and the minute that goes on. */
final class Office {
  static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
  static final String COLUMNS =
      "code,procedure,unit,channel,name,phone,email,language,consent,receivedAt,dueAt,finishedAt,"
          + "status,statusAt,responsibleUnit,role\n";

  final Table dossiers = DynamoForTests.table("Dossiers");
  final Table operations = DynamoForTests.table("Operations");
  final BucketForTests bucket = new BucketForTests();
  Instant now = NOW;
  private final InstantSource clock = () -> now;
  private final Map<String, String> settings = new HashMap<>(BucketForTests.settings());
  private @Nullable APIGatewayV2HTTPEventFunction api;

  Office() {
    settings.put("HOSO_DOSSIERS_TABLE", dossiers.name());
    settings.put("HOSO_OPERATIONS_TABLE", operations.name());
  }

  private static final class Call extends ApiCall<Call> {
    Call(String method, String address) {
      super(method, address);
    }

    @Override
    protected Call self() {
      return this;
    }

    ApiAnswer to(APIGatewayV2HTTPEventFunction function, @Nullable String json) {
      if (json != null) {
        body(json);
      }
      return answerOf(function);
    }
  }

  ApiAnswer call(String method, String address, @Nullable String body, String... header) {
    if (api == null) {
      Map<String, String> its = new HashMap<>(BucketForTests.settings());
      its.put("HOSO_OPERATIONS_TABLE", operations.name());
      its.put("HOSO_IMPORTS_BUCKET", bucket.name());
      api = ApiFunctions.with(its, operations.dynamo(), clock);
    }
    Call call = new Call(method, address);
    if (header.length > 0) {
      call.header(header[0], header[1]);
    }
    return call.to(api, body);
  }

  /** The id of an import that was begun. */
  String begun(String mapping, boolean tell) {
    return call(
            "POST",
            "/imports",
            "{\"source\":\"Old\",\"mapping\":\"%s\",\"tell\":%s}".formatted(mapping, tell))
        .text("id");
  }

  /** Begins an import of Hoso's own mapping and puts its file there; its id. */
  String put(String lines) {
    String id = begun("hoso", false);
    put(id, (COLUMNS + lines).getBytes(StandardCharsets.UTF_8));
    return id;
  }

  void put(String id, byte[] file) {
    bucket.put("imports/" + id + ".csv", file);
  }

  /** S3 tells of the file, as far as the function goes in that time. */
  void told(String id) {
    told(id, dossiers.dynamo(), Integer.MAX_VALUE);
  }

  /** With so many milliseconds left, and over this client. */
  void told(String id, DynamoDbClient dynamo, int millis) {
    handle(
        "{\"Records\":[{\"s3\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"imports/%s.csv\"}}}]}"
            .formatted(id),
        dynamo,
        millis);
  }

  /** The scheduler's minute, when whoever was cut off is followed. */
  void minute() {
    now = now.plusSeconds(180);
    handle("{\"detail\":\"{}\"}", dossiers.dynamo(), Integer.MAX_VALUE);
  }

  Import read(String id) {
    return new Imports(operations).find(id).orElseThrow();
  }

  Item dossier(String code) {
    return dossiers.get(Map.of("code", code));
  }

  List<String> report(String id) {
    return new String(bucket.bytes("reports/" + id + ".csv"), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .toList();
  }

  private void handle(String event, DynamoDbClient dynamo, int millis) {
    try {
      new TakingOverHandler(Settings.of(settings), dynamo, clock)
          .handleRequest(
              new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
              OutputStream.nullOutputStream(),
              context(millis));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Context context(int millis) {
    return new MockLambdaContext() {
      @Override
      public int getRemainingTimeInMillis() {
        return millis;
      }
    };
  }

  /** A line of Hoso's own mapping; what comes after the names of columns stands in those. */
  static String line(String code, String... parts) {
    Map<String, String> all = new HashMap<>();
    all.put("code", code);
    all.put("procedure", "1.000689");
    all.put("unit", "HN-STP");
    all.put("name", "Nguyễn Thị Hoa");
    all.put("phone", "0912345678");
    all.put("receivedAt", "2026-11-02T08:15:00+07:00");
    all.put("status", "4");
    for (int n = 0; n < parts.length; n += 2) {
      all.put(parts[n], parts[n + 1]);
    }
    StringBuilder line = new StringBuilder();
    for (String column : COLUMNS.strip().split(",")) {
      line.append(line.isEmpty() ? "" : ",").append(all.getOrDefault(column, ""));
    }
    return line.append('\n').toString();
  }
}
