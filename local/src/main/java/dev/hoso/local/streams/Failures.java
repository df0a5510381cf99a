package dev.hoso.local.streams;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.LiveLog;
import dev.hoso.local.template.BucketSource;
import dev.hoso.local.template.LocalNames;
import dev.hoso.local.template.StreamSource;
import dev.hoso.local.template.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The on-failure queues: what was given up, by queue, in the form of the message that Lambda sends
 * there. It names records of streams by their numbers and holds none of their data.
 */
public final class Failures {
  /** Where they are kept. */
  public static final Table TABLE =
      new Table(
          "LocalFailures",
          Map.of("queue", "S", "id", "S"),
          List.of(new Table.Key("queue", "HASH"), new Table.Key("id", "RANGE")),
          List.of(),
          Optional.empty(),
          Optional.empty());

  private final DynamoDbClient client;
  private final LiveLog log;

  public Failures(DynamoDbClient client, LiveLog log) {
    this.client = client;
    this.log = log;
  }

  void add(StreamSource source, String condition, List<StreamRecord> batch, int invocations) {
    String queue = source.onFailure().orElse("none");
    log.say(
        "failure",
        "%s gave up %d of %s (%s), now in %s"
            .formatted(source.function(), batch.size(), source.table(), condition, queue));
    keep(queue, message(source, condition, batch, invocations));
  }

  /** Adds an event of an asynchronous call that a function failed at to the end. */
  public void add(BucketSource source, ObjectNode event, String errorType, int invocations) {
    String queue = source.onFailure().orElse("none");
    log.say("failure", "%s gave up an object, now in %s".formatted(source.function(), queue));
    ObjectNode message = Json.object();
    message.put("version", "1.0").put("timestamp", Instant.now().toString());
    message.set("requestContext", context(source.function(), "RetriesExhausted", invocations));
    message.set("requestPayload", event);
    message
        .putObject("responseContext")
        .put("statusCode", 200)
        .put("executedVersion", "$LATEST")
        .put("functionError", "Unhandled");
    message.putObject("responsePayload").put("errorType", errorType);
    keep(queue, message);
  }

  private void keep(String queue, ObjectNode message) {
    String id = Instant.now() + " " + UUID.randomUUID();
    client.putItem(
        request ->
            request
                .tableName(TABLE.name())
                .item(
                    Map.of(
                        "queue", AttributeValue.fromS(queue),
                        "id", AttributeValue.fromS(id),
                        "message", AttributeValue.fromS(message.toString()))));
  }

  private static ObjectNode message(
      StreamSource source, String condition, List<StreamRecord> batch, int invocations) {
    ObjectNode message = Json.object();
    message.set("requestContext", context(source.function(), condition, invocations));
    message.put("version", "1.0").put("timestamp", Instant.now().toString());
    message
        .putObject("DDBStreamBatchInfo")
        .put("startSequenceNumber", batch.getFirst().sequence())
        .put("endSequenceNumber", batch.getLast().sequence())
        .put("approximateArrivalOfFirstRecord", batch.getFirst().created().toString())
        .put("approximateArrivalOfLastRecord", batch.getLast().created().toString())
        .put("batchSize", batch.size())
        .put("streamArn", LocalNames.stream(source.table()));
    return message;
  }

  private static ObjectNode context(String function, String condition, int invocations) {
    return Json.object()
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", LocalNames.function(function))
        .put("condition", condition)
        .put("approximateInvokeCount", invocations);
  }

  /** All of them: {@code {"failures":[{"queue","message"}]}}, oldest first within a queue. */
  public ObjectNode list() {
    ObjectNode list = Json.object();
    ArrayNode failures = list.putArray("failures");
    client
        .scanPaginator(request -> request.tableName(TABLE.name()))
        .items()
        .forEach(
            item ->
                failures
                    .addObject()
                    .put("queue", text(item, "queue"))
                    .set("message", Json.read(text(item, "message"))));
    return list;
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return item.getOrDefault(name, AttributeValue.fromS("")).s();
  }
}
