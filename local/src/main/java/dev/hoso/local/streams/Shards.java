package dev.hoso.local.streams;

import dev.hoso.local.database.Database;
import dev.hoso.local.template.StreamSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

/** The shards of a stream: a child is read after its parent, so that an item's order is kept. */
final class Shards {
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final Database database;
  private final Checkpoints checkpoints;
  private final StreamSource source;
  private final Map<String, ShardReader> readers = new HashMap<>();
  private List<Shard> listed = List.of();
  private String stream = "";
  private long listedAt;

  Shards(Database database, Checkpoints checkpoints, StreamSource source) {
    this.database = database;
    this.checkpoints = checkpoints;
    this.source = source;
  }

  /** The shards that may be read now. */
  List<ShardReader> readable() {
    if (listed.isEmpty() || System.nanoTime() - listedAt > FRESH.toNanos() || allFinished()) {
      list();
    }
    Set<String> unfinished = new HashSet<>();
    listed.stream()
        .filter(shard -> !reader(shard).finished())
        .forEach(shard -> unfinished.add(shard.shardId()));
    return listed.stream()
        .filter(shard -> unfinished.contains(shard.shardId()))
        .filter(shard -> !unfinished.contains(String.valueOf(shard.parentShardId())))
        .map(this::reader)
        .toList();
  }

  private boolean allFinished() {
    return readers.values().stream().allMatch(ShardReader::finished);
  }

  private void list() {
    boolean first = stream.isEmpty();
    stream =
        database
            .tables()
            .describeTable(request -> request.tableName(source.table()))
            .table()
            .latestStreamArn();
    listed = describe();
    listedAt = System.nanoTime();
    // LATEST is about the mapping's first moment; shards that come later are read whole.
    ShardIteratorType start =
        first && source.latest() ? ShardIteratorType.LATEST : ShardIteratorType.TRIM_HORIZON;
    listed.forEach(shard -> readers.computeIfAbsent(shard.shardId(), id -> open(id, start)));
  }

  private List<Shard> describe() {
    List<Shard> all = new java.util.ArrayList<>();
    DescribeStreamResponse page =
        database.streams().describeStream(request -> request.streamArn(stream));
    all.addAll(page.streamDescription().shards());
    while (page.streamDescription().lastEvaluatedShardId() != null) {
      String last = page.streamDescription().lastEvaluatedShardId();
      page =
          database
              .streams()
              .describeStream(request -> request.streamArn(stream).exclusiveStartShardId(last));
      all.addAll(page.streamDescription().shards());
    }
    return all;
  }

  private ShardReader open(String shard, ShardIteratorType start) {
    return new ShardReader(database.streams(), checkpoints, source, stream, shard, start);
  }

  private ShardReader reader(Shard shard) {
    return readers.computeIfAbsent(shard.shardId(), id -> open(id, ShardIteratorType.TRIM_HORIZON));
  }
}
