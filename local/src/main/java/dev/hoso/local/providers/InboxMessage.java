package dev.hoso.local.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import java.time.Instant;
import java.util.Optional;

/**
 * A message as whoever it is for sees it.
 *
 * @param channel {@code sms}, {@code email}, {@code push} or {@code topic}
 * @param to a phone number, an address or an ARN
 */
public record InboxMessage(
    String channel,
    String to,
    Optional<String> subject,
    String text,
    Optional<String> html,
    Instant at) {

  /** As {@code GET /local/inbox} shows it. */
  public ObjectNode json() {
    ObjectNode json = Json.object().put("channel", channel).put("to", to);
    subject.ifPresent(value -> json.put("subject", value));
    json.put("text", text);
    html.ifPresent(value -> json.put("html", value));
    return json.put("at", at.toString());
  }
}
