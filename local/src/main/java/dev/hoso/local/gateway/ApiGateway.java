package dev.hoso.local.gateway;

import dev.hoso.local.Json;
import dev.hoso.local.LiveLog;
import dev.hoso.local.functions.Function;
import dev.hoso.local.functions.FunctionError;
import dev.hoso.local.functions.FunctionTimeout;
import dev.hoso.local.functions.Functions;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Page;
import dev.hoso.local.http.Request;
import dev.hoso.local.template.Route;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The HTTP API: finds the route, asks for its token, calls its function. */
public final class ApiGateway implements Page {
  /** What a Lambda call may carry: the limit that is met first, before API Gateway's 10 MB. */
  private static final int LARGEST_BODY = 6 * 1024 * 1024;

  /** An HTTP API waits no longer, whatever the function's own limit is. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final RouteTable routes;
  private final Functions functions;
  private final @Nullable Authoriser authoriser;
  private final URI address;
  private final InstantSource clock;
  private final LiveLog log;

  /**
   * Makes the API.
   *
   * @param tokens whose tokens are asked for where a route says so; none are if it is empty
   */
  public ApiGateway(
      List<Route> routes,
      Functions functions,
      Optional<Tokens> tokens,
      URI address,
      InstantSource clock,
      LiveLog log) {
    this.routes = new RouteTable(routes);
    this.functions = functions;
    this.authoriser = tokens.map(Authoriser::new).orElse(null);
    this.address = address;
    this.clock = clock;
    this.log = log;
  }

  @Override
  public Answer answer(Request request) throws InterruptedException {
    long start = System.nanoTime();
    Optional<RouteTable.Match> match = routes.find(request.method(), request.rawPath());
    Answer answer =
        match.isEmpty() ? Answer.message(404, "Not Found") : authorised(request, match.get());
    String line =
        match
            .map(found -> found.route().key())
            .orElse(request.method() + " " + request.rawPath() + " (no route)");
    log.say("http", "%s → %d, %d ms".formatted(line, answer.status(), since(start)));
    return answer;
  }

  private static long since(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  private Answer authorised(Request request, RouteTable.Match match) throws InterruptedException {
    if (request.body().length > LARGEST_BODY) {
      return Answer.message(413, "Request Entity Too Large");
    }
    Optional<Route.Jwt> rule = match.route().authoriser();
    if (authoriser == null || rule.isEmpty()) {
      return call(request, match, Optional.empty());
    }
    return switch (authoriser.decide(request, rule.get())) {
      case Authoriser.Allowed allowed -> call(request, match, Optional.of(allowed.claims()));
      case Authoriser.Refused refused -> refused.answer();
    };
  }

  private Answer call(Request request, RouteTable.Match match, Optional<Claims> claims)
      throws InterruptedException {
    Function function = functions.get(match.route().function());
    Duration own = function.timeout();
    byte[] event = Json.bytes(GatewayEvent.of(request, match, claims, address, clock.instant()));
    try {
      return FunctionAnswer.read(
          function.invoke(event, own.compareTo(LONGEST) < 0 ? own : LONGEST));
    } catch (FunctionTimeout e) {
      log.say("failure", String.valueOf(e.getMessage()));
      return Answer.message(503, "Service Unavailable");
    } catch (FunctionError e) {
      log.failure(function.name(), e);
      return Answer.message(500, "Internal Server Error");
    } catch (RuntimeException e) {
      log.say("failure", function.name() + " gave no answer of payload format 2.0: " + e);
      return Answer.message(500, "Internal Server Error");
    }
  }
}
