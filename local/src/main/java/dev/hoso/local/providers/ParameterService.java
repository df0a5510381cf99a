package dev.hoso.local.providers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.LiveLog;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Front;
import dev.hoso.local.http.Request;
import java.net.URI;

/**
 * The stand-in for SSM's Parameter Store, in which nothing is kept: what the environment does not
 * say is not set up here. Without it a function would look for a setting at AWS.
 */
public final class ParameterService implements AutoCloseable {
  private static final String TARGET = "AmazonSSM.";
  private final Front front;

  /** Starts it. */
  public ParameterService(LiveLog log) {
    this.front = new Front(0, log);
    front.otherwise(ParameterService::answer);
    front.start();
  }

  public URI address() {
    return front.address();
  }

  private static Answer answer(Request request) {
    String action = request.header("x-amz-target").orElse("").replace(TARGET, "");
    if (!action.equals("GetParametersByPath")) {
      ObjectNode unknown = Json.object().put("__type", "UnknownOperationException");
      return json(400, unknown.put("message", "The stand-in knows no " + action));
    }
    ObjectNode nothing = Json.object();
    nothing.putArray("Parameters");
    return json(200, nothing);
  }

  private static Answer json(int status, ObjectNode body) {
    return Answer.of(status, "application/x-amz-json-1.1", body.toString());
  }

  /** Finishes the calls under way. */
  @Override
  public void close() {
    front.close();
  }
}
