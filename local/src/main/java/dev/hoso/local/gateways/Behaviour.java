package dev.hoso.local.gateways;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hoso.local.Json;
import dev.hoso.local.http.Answer;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How a gateway answers calls of its interface: well, or in one of the ways in which they fail. */
final class Behaviour {
  /** The ways. */
  enum Way {
    OK("ok"),
    /** Does what it is asked, but only after a long time. */
    LATE("late"),
    ERROR_500("error500"),
    /** Says yes with something that is no answer. */
    GARBAGE("garbage"),
    /** Closes the connection. */
    DOWN("down"),
    /** Does what it is asked at once, and never says so. */
    ACCEPT_THEN_TIMEOUT("acceptThenTimeout");

    private final String name;

    Way(String name) {
      this.name = name;
    }

    static Optional<Way> of(String name) {
      return Stream.of(values()).filter(way -> way.name.equals(name)).findFirst();
    }
  }

  /** Longer than anybody should wait for an answer. */
  private static final int LATE_SECONDS = 45;

  private final CountDownLatch stop;
  private Way way = Way.OK;
  private String path = "";
  private long times;

  /**
   * Makes one that answers well.
   *
   * @param stop ends all waiting
   */
  Behaviour(CountDownLatch stop) {
    this.stop = stop;
  }

  /**
   * Sets it.
   *
   * @param wanted {@code answer}; {@code path}, which part of the address it is for, for all if
   *     there is none; {@code times}, how many calls it is for, without an end if there is none
   * @return what is wrong with it
   */
  synchronized Optional<Answer> set(JsonNode wanted) {
    Optional<Way> named = Way.of(wanted.path("answer").asText());
    if (named.isEmpty()) {
      return Optional.of(
          Answer.problem("answer", "ok, late, error500, garbage, down or acceptThenTimeout"));
    }
    way = named.get();
    path = wanted.path("path").asText("");
    times = wanted.path("times").asLong(Long.MAX_VALUE);
    return Optional.empty();
  }

  /** Lets a call be answered, or not. */
  Answer meet(String called, Supplier<Answer> good) throws InterruptedException {
    return switch (next(called)) {
      case OK -> good.get();
      case ERROR_500 -> Answer.of(500, "text/html", "<h1>Internal Server Error</h1>");
      case GARBAGE -> Answer.of(200, "application/json", "{\"code\": <html>");
      case DOWN -> Answer.NONE;
      case LATE -> {
        waitLong();
        yield good.get();
      }
      case ACCEPT_THEN_TIMEOUT -> {
        Objects.requireNonNull(good.get());
        waitLong();
        yield Answer.NONE;
      }
    };
  }

  private synchronized Way next(String called) {
    if (way == Way.OK || times == 0 || !called.contains(path)) {
      return Way.OK;
    }
    times--;
    return way;
  }

  private void waitLong() throws InterruptedException {
    stop.await(LATE_SECONDS, TimeUnit.SECONDS);
  }

  synchronized ObjectNode json() {
    Way shown = times == 0 ? Way.OK : way;
    ObjectNode json = Json.object().put("answer", shown.name);
    if (shown != Way.OK) {
      json.put("path", path);
      if (times != Long.MAX_VALUE) {
        json.put("times", times);
      }
    }
    return json;
  }
}
