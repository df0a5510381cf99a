package dev.hoso.core;

import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import io.avaje.jsonb.JsonType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One JSON line for one thing that happened, on standard output: a logging framework costs a cold
 * start 100 to 290 ms, and Lambda's own logger would wrap the line into another one, where
 * CloudWatch no longer finds the metrics.
 *
 * <p>What is logged names dossiers, references and codes, never a person, a contact or a secret.
 */
public final class Log {
  private static final JsonType<Object> JSON = JsonTypes.of(Object.class);
  private static final LogLevel THRESHOLD = threshold();

  private Log() {}

  /** Something that is as it should be. */
  public static void info(String event, Map<String, ?> fields) {
    line(LogLevel.INFO, event, fields);
  }

  /** Something that a person may have to look at. */
  public static void warn(String event, Map<String, ?> fields) {
    line(LogLevel.WARN, event, fields);
  }

  /** Something that went wrong here, with where. */
  public static void error(String event, Map<String, ?> fields, Throwable cause) {
    Map<String, Object> all = new LinkedHashMap<>(fields);
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    all.put("error", trace.toString());
    line(LogLevel.ERROR, event, all);
  }

  /**
   * Counts something as a CloudWatch metric in the namespace {@code Hoso}, by CloudWatch's embedded
   * metric format.
   *
   * @param dimensions few and low in number of values: a gateway, a channel; never a dossier
   */
  public static void metric(String name, double value, Map<String, String> dimensions) {
    Map<String, Object> line = new LinkedHashMap<>(dimensions);
    line.put(
        "_aws",
        Map.of(
            "Timestamp",
            System.currentTimeMillis(),
            "CloudWatchMetrics",
            List.of(
                Map.of(
                    "Namespace",
                    "Hoso",
                    "Dimensions",
                    List.of(List.copyOf(dimensions.keySet())),
                    "Metrics",
                    List.of(Map.of("Name", name))))));
    line.put(name, value);
    write(LogLevel.INFO, line);
  }

  private static void line(LogLevel level, String event, Map<String, ?> fields) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("level", level.name());
    line.put("event", event);
    line.putAll(fields);
    write(level, line);
  }

  private static void write(LogLevel level, Map<String, Object> line) {
    if (level.compareTo(THRESHOLD) >= 0) {
      System.out.println(JSON.toJson(line));
    }
  }

  private static LogLevel threshold() {
    return Settings.load()
        .optional("AWS_LAMBDA_LOG_LEVEL")
        .map(LogLevel::fromString)
        .orElse(LogLevel.INFO);
  }
}
