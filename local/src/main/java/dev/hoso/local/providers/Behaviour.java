package dev.hoso.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a stand-in misbehaves when it is asked to, and what it has counted. */
final class Behaviour {
  private final QueryError throttled;
  private long delayMillis;
  private int throttleNext;
  private int failNext;
  private boolean down;
  private final Map<String, String> reports = new TreeMap<>();
  private long accepted;
  private long repeated;
  private long refused;

  /**
   * Makes one that behaves.
   *
   * @param throttled the provider's own error for too many calls
   */
  Behaviour(QueryError throttled) {
    this.throttled = throttled;
  }

  /** What is named is set, the rest stays. */
  synchronized void set(JsonNode wanted) {
    delayMillis = wanted.path("delayMs").asLong(delayMillis);
    throttleNext = wanted.path("throttleNext").asInt(throttleNext);
    failNext = wanted.path("failNext").asInt(failNext);
    down = wanted.path("down").asBoolean(down);
    wanted
        .path("reports")
        .properties()
        .forEach(one -> reports.put(one.getKey(), one.getValue().asText()));
  }

  /** Before a call is looked at. */
  void meet() throws QueryError, InterruptedException {
    long delay = delay();
    if (delay > 0) {
      Thread.sleep(delay);
    }
    misbehave();
  }

  private synchronized long delay() {
    return delayMillis;
  }

  private synchronized void misbehave() throws QueryError {
    if (down) {
      throw new QueryError(503, "ServiceUnavailable", "The stand-in is told to be down");
    }
    if (throttleNext > 0) {
      throttleNext--;
      throw throttled;
    }
    if (failNext > 0) {
      failNext--;
      throw new QueryError(500, "InternalFailure", "The stand-in is told to fail");
    }
  }

  /** What is reported of messages to this contact; empty where the usual is. */
  synchronized Optional<String> report(String contact) {
    return Optional.ofNullable(reports.get(contact));
  }

  synchronized void accepted(boolean isNew) {
    accepted++;
    repeated += isNew ? 0 : 1;
  }

  synchronized void refused() {
    refused++;
  }

  /** {@code accepted} includes {@code repeated}: every call that was answered with a yes. */
  synchronized ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("accepted", accepted)
            .put("repeated", repeated)
            .put("refused", refused)
            .put("delayMs", delayMillis)
            .put("throttleNext", throttleNext)
            .put("failNext", failNext)
            .put("down", down);
    ObjectNode told = json.putObject("reports");
    reports.forEach(told::put);
    return json;
  }
}
