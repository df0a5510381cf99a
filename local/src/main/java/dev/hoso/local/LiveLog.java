package dev.hoso.local;

import dev.hoso.local.functions.FunctionError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What happened, one line each, as it happens. Lines name no person. */
public final class LiveLog {
  private static final int KEPT = 200;

  /** The city's, as in what citizens read, wherever the laptop is. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

  private final Consumer<String> out;
  private final Deque<String> latest = new ArrayDeque<>();

  public LiveLog(Consumer<String> out) {
    this.out = out;
  }

  /**
   * Adds a line.
   *
   * @param kind who speaks, in at most eight letters: {@code http}, {@code stream}, {@code sms}
   */
  public void say(String kind, String what) {
    String line = "%s  %-8s %s".formatted(LocalTime.now(ZONE).format(TIME), kind, what);
    synchronized (latest) {
      latest.addLast(line);
      if (latest.size() > KEPT) {
        latest.removeFirst();
      }
    }
    out.accept(line);
  }

  /** Adds a function's error with where it happened, as its log on AWS would have it. */
  public void failure(String function, FunctionError error) {
    say("failure", function + ": " + error.type() + ": " + error.getMessage());
    Throwable cause = error.getCause();
    if (cause != null) {
      StringWriter trace = new StringWriter();
      cause.printStackTrace(new PrintWriter(trace));
      out.accept(trace.toString().stripTrailing());
    }
  }

  /** The latest lines, oldest first. */
  public List<String> latest() {
    synchronized (latest) {
      return List.copyOf(latest);
    }
  }
}
