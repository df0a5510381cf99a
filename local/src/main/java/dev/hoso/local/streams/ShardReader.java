package dev.hoso.local.streams;

import dev.hoso.local.template.StreamSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads one shard from its checkpoint on. */
final class ShardReader {
  private final DynamoDbStreamsClient client;
  private final Checkpoints checkpoints;
  private final StreamSource source;
  private final String stream;
  private final String shard;
  private final ShardIteratorType start;
  private @Nullable String iterator;
  private boolean finished;

  /**
   * Makes a reader.
   *
   * @param start where to begin if there is no checkpoint
   */
  ShardReader(
      DynamoDbStreamsClient client,
      Checkpoints checkpoints,
      StreamSource source,
      String stream,
      String shard,
      ShardIteratorType start) {
    this.client = client;
    this.checkpoints = checkpoints;
    this.source = source;
    this.stream = stream;
    this.shard = shard;
    this.start = start;
  }

  String shard() {
    return shard;
  }

  /** Whether the shard is closed and read to its end. */
  boolean finished() {
    return finished;
  }

  /** The next records, perhaps none. They are not done before {@link #done} says so. */
  List<StreamRecord> read(int limit) {
    String from = iterator == null ? iterator(checkpoints.done(source, shard)) : iterator;
    try {
      GetRecordsResponse response =
          client.getRecords(request -> request.shardIterator(from).limit(limit));
      iterator = response.nextShardIterator();
      finished = iterator == null;
      return response.records().stream().map(this::json).toList();
    } catch (ExpiredIteratorException e) {
      iterator = null;
      return List.of();
    } catch (TrimmedDataAccessException e) {
      iterator = iterator(Optional.empty());
      return List.of();
    }
  }

  private StreamRecord json(Record record) {
    return RecordJson.of(record, source.table());
  }

  private String iterator(Optional<String> done) {
    return client
        .getShardIterator(
            request -> {
              request.streamArn(stream).shardId(shard).shardIteratorType(start);
              done.ifPresent(
                  sequence ->
                      request
                          .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                          .sequenceNumber(sequence));
            })
        .shardIterator();
  }

  void done(String sequence) {
    checkpoints.write(source, shard, sequence);
  }

  /** Reads again from the checkpoint: what was read last was not done. */
  void rewind() {
    iterator = null;
    finished = false;
  }
}
