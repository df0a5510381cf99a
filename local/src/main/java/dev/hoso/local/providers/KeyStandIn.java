package dev.hoso.local.providers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.LiveLog;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Page;
import dev.hoso.local.http.Request;
import dev.hoso.local.keys.KeyOperations;

/** KMS on the wire: JSON 1.1 (https://docs.aws.amazon.com/kms/latest/APIReference/). */
final class KeyStandIn implements Page {
  private static final String TARGET = "TrentService.";
  private final KeyOperations keys;
  private final Behaviour behaviour;
  private final LiveLog log;

  KeyStandIn(KeyOperations keys, Behaviour behaviour, LiveLog log) {
    this.keys = keys;
    this.behaviour = behaviour;
    this.log = log;
  }

  @Override
  public Answer answer(Request request) throws InterruptedException {
    String action = request.header("x-amz-target").orElse("").replace(TARGET, "");
    try {
      behaviour.meet();
      ObjectNode done = done(action, Json.read(request.body()));
      behaviour.accepted(true);
      return json(200, done);
    } catch (QueryError e) {
      behaviour.refused();
      log.say("failure", "KMS " + action + " refused: " + e.code() + ": " + e.getMessage());
      return json(e.status(), Json.object().put("__type", e.code()).put("message", e.getMessage()));
    }
  }

  private ObjectNode done(String action, JsonNode call) throws QueryError {
    try {
      return switch (action) {
        case "Sign" -> keys.sign(call);
        case "GenerateMac" -> keys.mac(call);
        default ->
            throw new QueryError(
                400, "UnknownOperationException", "The stand-in knows no " + action);
      };
    } catch (IllegalArgumentException e) {
      throw new QueryError(400, "ValidationException", String.valueOf(e.getMessage()));
    }
  }

  private static Answer json(int status, ObjectNode body) {
    return Answer.of(status, "application/x-amz-json-1.1", body.toString());
  }
}
