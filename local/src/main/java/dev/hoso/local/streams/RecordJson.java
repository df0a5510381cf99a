package dev.hoso.local.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.template.LocalNames;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** A stream's record in the form that Lambda gives to functions. */
final class RecordJson {
  private RecordJson() {}

  static StreamRecord of(Record record, String table) {
    var change = record.dynamodb();
    ObjectNode json = Json.object();
    json.put("eventID", record.eventID()).put("eventName", record.eventNameAsString());
    json.put("eventVersion", "1.1").put("eventSource", "aws:dynamodb");
    json.put("awsRegion", LocalNames.REGION);
    ObjectNode dynamodb = json.putObject("dynamodb");
    dynamodb.put(
        "ApproximateCreationDateTime", change.approximateCreationDateTime().getEpochSecond());
    dynamodb.set("Keys", map(change.keys()));
    if (change.hasNewImage()) {
      dynamodb.set("NewImage", map(change.newImage()));
    }
    if (change.hasOldImage()) {
      dynamodb.set("OldImage", map(change.oldImage()));
    }
    dynamodb.put("SequenceNumber", change.sequenceNumber());
    dynamodb.put("SizeBytes", change.sizeBytes());
    dynamodb.put("StreamViewType", change.streamViewTypeAsString());
    if (record.userIdentity() != null) {
      json.putObject("userIdentity")
          .put("principalId", record.userIdentity().principalId())
          .put("type", record.userIdentity().type());
    }
    json.put("eventSourceARN", LocalNames.stream(table));
    return new StreamRecord(change.sequenceNumber(), change.approximateCreationDateTime(), json);
  }

  private static ObjectNode map(Map<String, AttributeValue> attributes) {
    ObjectNode map = Json.object();
    attributes.forEach((name, value) -> map.set(name, value(value)));
    return map;
  }

  private static JsonNode value(AttributeValue value) {
    ObjectNode json = Json.object();
    switch (value.type()) {
      case S -> json.put("S", value.s());
      case N -> json.put("N", value.n());
      case B -> json.put("B", base64(value.b()));
      case BOOL -> json.put("BOOL", value.bool());
      case NUL -> json.put("NULL", true);
      case SS -> texts(json, "SS", value.ss());
      case NS -> texts(json, "NS", value.ns());
      case BS -> texts(json, "BS", value.bs().stream().map(RecordJson::base64).toList());
      case M -> json.set("M", map(value.m()));
      case L -> json.putArray("L").addAll(value.l().stream().map(RecordJson::value).toList());
      // DynamoDB Local's streams write an empty map as {}, without its type; nothing else is so.
      case UNKNOWN_TO_SDK_VERSION -> json.putObject("M");
    }
    return json;
  }

  private static void texts(ObjectNode json, String type, List<String> values) {
    values.forEach(json.putArray(type)::add);
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArray());
  }
}
