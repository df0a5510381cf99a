package dev.hoso.local.time;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.template.LocalNames;
import dev.hoso.local.template.ScheduleSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The event of a schedule: what EventBridge Scheduler sends of itself, or a rule does. */
final class ScheduleEvent {
  private ScheduleEvent() {}

  static byte[] of(ScheduleSource source, Instant now) {
    if (source.input().isPresent()) {
      return source.input().get().getBytes(StandardCharsets.UTF_8);
    }
    String service = source.rule() ? "events" : "scheduler";
    String name = source.function() + source.name();
    ObjectNode event = Json.object();
    event.put("version", "0").put("id", UUID.randomUUID().toString());
    event.put("detail-type", "Scheduled Event").put("source", "aws." + service);
    event.put("account", "000000000000");
    event.put("time", now.truncatedTo(ChronoUnit.SECONDS).toString());
    event.put("region", LocalNames.REGION);
    event
        .putArray("resources")
        .add(LocalNames.arn(service, (source.rule() ? "rule/" : "schedule/default/") + name));
    // The scheduler's detail is a text that holds JSON, a rule's is JSON.
    if (source.rule()) {
      event.putObject("detail");
    } else {
      event.put("detail", "{}");
    }
    return Json.bytes(event);
  }
}
