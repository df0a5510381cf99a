package dev.hoso.dossiers.opendata;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.hoso.core.BucketClients;
import dev.hoso.core.Log;
import dev.hoso.core.Settings;
import dev.hoso.core.Time;
import dev.hoso.core.dynamo.Dynamo;
import dev.hoso.core.dynamo.Item;
import dev.hoso.core.dynamo.Table;
import dev.hoso.core.dynamo.Update;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Writes the open data anew once a night: each month of which all dossiers are still kept, up to
 * yesterday. What is older stays as it was written last. It is called every hour and works when it
 * is due, so a night in which nothing worked is made up for in the next hour.
 */
public final class OpenDataHandler implements RequestStreamHandler {
  private static final String OWED = "openData";
  private static final Map<String, String> KEY = Map.of("kind", OWED, "id", "counts");
  private static final LocalTime NIGHT = LocalTime.of(1, 0);

  /** Longer than a function lives. */
  private static final Duration LEASE = Duration.ofMinutes(20);

  private final Table dossiers;
  private final Table operations;
  private final S3Client s3;
  private final String bucket;
  private final int retentionDays;
  private final InstantSource clock;

  /** As Lambda makes it, from the environment. */
  public OpenDataHandler() {
    this(Settings.load());
  }

  private OpenDataHandler(Settings settings) {
    this(settings, Dynamo.client(settings), Time.source());
  }

  OpenDataHandler(Settings settings, DynamoDbClient dynamo, InstantSource clock) {
    this.dossiers = new Table(dynamo, settings.required("HOSO_DOSSIERS_TABLE"));
    this.operations = new Table(dynamo, settings.required("HOSO_OPERATIONS_TABLE"));
    this.s3 = BucketClients.client(settings);
    this.bucket = settings.required("HOSO_OPEN_DATA_BUCKET");
    this.retentionDays = Integer.parseInt(settings.required("HOSO_RETENTION_DAYS"));
    this.clock = clock;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    Instant now = clock.instant();
    operations.write(
        Update.of(KEY).set("owed", OWED).set("due", Time.sortable(now)).ifAbsent("id"));
    Item item = operations.get(KEY);
    if (item.text("due").compareTo(Time.sortable(now)) <= 0 && taken(item, now)) {
      export(Time.day(now));
      operations.write(Update.of(KEY).set("due", Time.sortable(nextNight(now))).set("doneAt", now));
    }
    int left = operations.due(OWED, clock.instant(), 1).size();
    Log.metric("DueBacklog", left, Map.of("owed", OWED));
  }

  private boolean taken(Item item, Instant now) {
    return operations
        .write(
            Update.of(KEY)
                .set("due", Time.sortable(now.plus(LEASE)))
                .ifEquals("due", item.text("due")))
        .written();
  }

  private static Instant nextNight(Instant now) {
    return Time.day(now).plusDays(1).atTime(NIGHT).atZone(Time.VIETNAM).toInstant();
  }

  private void export(LocalDate today) {
    LocalDate kept = today.minusDays(retentionDays);
    YearMonth first = YearMonth.from(kept.minusDays(1)).plusMonths(1);
    Map<YearMonth, Map<Cell, Tally>> months = Counting.of(dossiers, first.atDay(1), today);
    for (YearMonth month = first; month.atDay(1).isBefore(today); month = month.plusMonths(1)) {
      export(month, rows(months.getOrDefault(month, Map.of())));
    }
  }

  private static List<Row> rows(Map<Cell, Tally> month) {
    return new TreeMap<>(month)
        .entrySet().stream()
            .map(entry -> entry.getValue().row(entry.getKey()))
            .filter(Row::tells)
            .toList();
  }

  private void export(YearMonth month, List<Row> rows) {
    put("counts/" + month + ".csv", "text/csv; charset=utf-8", CountsCsv.of(rows));
    put("counts/" + month + ".parquet", "application/vnd.apache.parquet", CountsParquet.of(rows));
    Log.info("openDataWritten", Map.of("month", month.toString(), "rows", rows.size()));
  }

  private void put(String key, String type, byte[] bytes) {
    s3.putObject(
        put -> put.bucket(bucket).key(key).contentType(type), RequestBody.fromBytes(bytes));
  }
}
