package dev.hoso.local.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What SNS calls a function with (docs.aws.amazon.com/lambda/latest/dg/with-sns.html). */
final class TopicNotice {
  private TopicNotice() {}

  /**
   * The event of one message.
   *
   * @param attributes by name
   */
  static ObjectNode of(String topic, String message, Map<String, String> attributes, Instant now) {
    ObjectNode event = Json.object();
    ObjectNode sns =
        event
            .putArray("Records")
            .addObject()
            .put("EventSource", "aws:sns")
            .put("EventVersion", "1.0")
            .putObject("Sns")
            .put("Type", "Notification")
            .put("MessageId", UUID.randomUUID().toString())
            .put("TopicArn", topic)
            .put("Message", message)
            .put("Timestamp", now.toString());
    ObjectNode all = sns.putObject("MessageAttributes");
    attributes.forEach(
        (name, value) -> all.putObject(name).put("Type", "String").put("Value", value));
    return event;
  }
}
