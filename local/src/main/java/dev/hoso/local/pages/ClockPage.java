package dev.hoso.local.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hoso.local.Json;
import dev.hoso.local.LiveLog;
import dev.hoso.local.http.Answer;
import dev.hoso.local.http.Request;
import dev.hoso.local.time.MovableClock;
import dev.hoso.local.time.Schedules;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /local/clock}: {@code {"advance":"PT24H"}}, {@code
 * {"now":"2027-01-02T00:00:10+07:00"}} or {@code {}} for real time. It answers when the schedules
 * that the move made due have run.
 */
public final class ClockPage {
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  private final MovableClock clock;
  private final Schedules schedules;
  private final LiveLog log;

  public ClockPage(MovableClock clock, Schedules schedules, LiveLog log) {
    this.clock = clock;
    this.schedules = schedules;
    this.log = log;
  }

  /** Answers with the time now, before the move's schedules ran. */
  public Answer answer(Request request) throws InterruptedException {
    JsonNode wanted;
    try {
      wanted = request.body().length == 0 ? Json.object() : Json.read(request.body());
    } catch (UncheckedIOException e) {
      return Answer.problem("body", "JSON is expected");
    }
    Answer refused = refuse(wanted);
    if (refused != null) {
      return refused;
    }
    String now = clock.instant().atZone(VIETNAM).toOffsetDateTime().toString();
    log.say("clock", now);
    schedules.wake();
    return Answer.json(200, Json.object().put("now", now));
  }

  private @Nullable Answer refuse(JsonNode wanted) {
    for (String field : (Iterable<String>) wanted::fieldNames) {
      if (!field.equals("advance") && !field.equals("now")) {
        return Answer.problem(field, "only advance or now is known");
      }
    }
    if (wanted.has("advance") && wanted.has("now")) {
      return Answer.problem("advance", "give advance or now, not both");
    }
    try {
      move(wanted);
      return null;
    } catch (DateTimeParseException e) {
      return wanted.has("now")
          ? Answer.problem("now", "a time with offset is expected: 2027-01-02T00:00:10+07:00")
          : Answer.problem("advance", "an ISO 8601 duration is expected: PT24H");
    } catch (DateTimeException | ArithmeticException e) {
      return Answer.problem(wanted.has("now") ? "now" : "advance", "too far away");
    }
  }

  private void move(JsonNode wanted) {
    if (wanted.has("now")) {
      clock.set(OffsetDateTime.parse(wanted.path("now").asText()).toInstant());
    } else if (wanted.has("advance")) {
      clock.advance(Duration.parse(wanted.path("advance").asText()));
    } else {
      clock.reset();
    }
  }
}
