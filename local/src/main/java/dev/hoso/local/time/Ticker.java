package dev.hoso.local.time;

import dev.hoso.local.LiveLog;
import dev.hoso.local.functions.Function;
import dev.hoso.local.functions.FunctionError;
import dev.hoso.local.functions.FunctionTimeout;
import dev.hoso.local.template.ScheduleSource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One schedule: its function is called when the local clock says so. */
final class Ticker {
  private final ScheduleSource source;
  private final Function function;
  private final LiveLog log;
  private @Nullable Instant next;

  Ticker(ScheduleSource source, Function function, LiveLog log) {
    this.source = source;
    this.function = function;
    this.log = log;
  }

  /**
   * Calls the function if it is time. Times that were missed are called once together. A clock that
   * was put back does not make the schedule wait longer than it would have from then on.
   */
  synchronized void tick(Instant now) throws InterruptedException {
    Instant due = next == null ? source.timing().first(now) : next;
    Instant later = source.timing().after(now);
    if (now.isBefore(due)) {
      next = due.isBefore(later) ? due : later;
      return;
    }
    next = later;
    long start = System.nanoTime();
    try {
      function.invoke(ScheduleEvent.of(source, now));
      log.say("schedule", source.function() + ", " + since(start) + " ms");
    } catch (FunctionError e) {
      log.failure(source.function(), e);
    } catch (FunctionTimeout e) {
      log.say("failure", String.valueOf(e.getMessage()));
    }
  }

  private static long since(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
